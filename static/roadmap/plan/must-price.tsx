import { useEffect, useState } from 'react';
import { priceSentences } from '../../../src/domain/ranking/ranking-words';
import { PlainButton } from '../../shared/plain-button';
import type { RankingView } from '../ranking/use-ranking';
import type { SubpageProps } from '../subpages';

interface MustPriceProps {
  readonly id: string;
  readonly ticketKey: string;
  readonly view: RankingView;
  readonly page: SubpageProps;
}

/** What a must displaces, on request: law and contract have a price, too, and somebody should know it. */
export function MustPrice({ id, ticketKey, view, page }: MustPriceProps) {
  const [sentences, setSentences] = useState<readonly string[]>();
  const { ranking, price } = view;
  useEffect(() => setSentences(undefined), [ranking]);
  const ask = async (): Promise<void> => {
    const found = await price({ must: id });
    setSentences(found === undefined ? ['This cannot be counted at the moment: compute again first.'] : priceSentences(found, page.demand.settings.currency, page.facts.locale));
  };
  return (
    <div role="status">
      {sentences === undefined
        ? <PlainButton look="link" aria-label={`What it displaces: ${ticketKey}`} onClick={() => void ask()}>What it displaces</PlainButton>
        : sentences.map((sentence) => <div key={sentence} className="gw-small">{sentence}</div>)}
    </div>
  );
}
