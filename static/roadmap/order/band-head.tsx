import { useState } from 'react';
import type { Band } from '../../../src/domain/ranking/order';
import { showPlace } from '../../../src/domain/ranking/show-number';
import { PlainButton } from '../../shared/plain-button';
import { ChanceTable } from './chance-table';

interface BandHeadProps {
  readonly band: Band;
  readonly number: number;
  readonly words: string;
  readonly locale: string;
}

/** The head of a band: that its tickets are a tie, why, and on request how each stands against each other. */
export function BandHead({ band, number, words, locale }: BandHeadProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="gr-rk-band" data-testid={`order.band.${String(number)}`}>
      <p><strong>{showPlace(number, band.members.length, locale)}</strong></p>
      <p className="gw-small gw-quiet">{words}</p>
      {band.members.length > 1 && <PlainButton look="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>{isOpen ? 'Hide the chances between them' : 'Show the chances between them'}</PlainButton>}
      {isOpen && <ChanceTable band={band} locale={locale} />}
    </div>
  );
}
