import type { ReactNode } from 'react';
import { formatChange, formatWorth } from '../../../src/domain/context/format-range';
import type { ContextContent, ValueStatement } from '../../../src/domain/context/product-context';
import { formatDay, whySentence } from '../../../src/domain/context/why-sentence';
import { REASON_WORDS } from '../words';
import { SafeLink } from './safe-link';
import { ThresholdPicture } from './threshold-picture';

export interface WhyCardProps {
  readonly content: ContextContent;
  readonly teamName?: string | undefined;
  readonly locale: string;
}

/** What an engineer wants first: whose need, from what to what, worth how much, and why anybody believes it. */
export function WhyCard({ content, teamName, locale }: WhyCardProps) {
  const { need, users, thresholds = [], value, outcome } = content;
  return (
    <div className="gw-why" data-testid="panel.why">
      {teamName !== undefined && <p className="gw-why-team">{teamName} asks</p>}
      <h2 className="gw-need">{need ?? 'The users’ need is not written down yet'}</h2>
      {users !== undefined && <p className="gw-users">{users}</p>}
      {thresholds.map((threshold, at) => (
        <ThresholdPicture
          key={`${threshold.id}-${at}`} threshold={threshold} locale={locale}
          delivered={outcome?.levels?.find((delivered) => delivered.threshold === threshold.id)?.level}
        />
      ))}
      {value !== undefined && <Value value={value} locale={locale} />}
      {content.question === 'estimate' && content.decides !== undefined && <p>The answer decides: {content.decides}</p>}
      <p className="gw-hidden" data-testid="panel.why.sentence">{whySentence(content, locale)}</p>
    </div>
  );
}

function Value({ value, locale }: { readonly value: ValueStatement; readonly locale: string }) {
  const { metric, change, because, evidence = [] } = value;
  const effect = [metric, change === undefined ? undefined : formatChange(change, locale)].filter(Boolean).join(' ');
  return (
    <div className="gw-value">
      <p className="gw-worth" data-testid="panel.why.worth">{price(value, locale)}</p>
      {effect !== '' && <p>{effect}</p>}
      {because !== undefined && <p className="gw-quiet">Because: {because}</p>}
      {evidence.length > 0 && (
        <ul className="gw-evidence">
          {evidence.map(({ url, note }, at) => <li key={`${url ?? ''}-${at}`}>{url === undefined ? note : <SafeLink url={url}>{note ?? url}</SafeLink>}</li>)}
        </ul>
      )}
    </div>
  );
}

function price({ worth, notMoney, unknown }: ValueStatement, locale: string): ReactNode {
  if (unknown === true) return 'Worth: not known yet';
  if (notMoney !== undefined) {
    const { reason, authority, date, count, countOf } = notMoney;
    const parts = [authority, date === undefined ? undefined : `by ${formatDay(date, locale)}`, count === undefined ? undefined : `${count} ${countOf ?? ''}`, notMoney.note];
    return [`${REASON_WORDS[reason]}, not money`, ...parts.filter(Boolean)].join(' · ');
  }
  const amount = worth === undefined ? '' : formatWorth(worth, locale);
  return amount === '' ? 'Its worth is not written down yet' : `Worth ${amount}`;
}
