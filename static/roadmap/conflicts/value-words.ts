import { formatChange, formatWorth } from '../../../src/domain/context/format-range';
import type { ValueStatement } from '../../../src/domain/context/product-context';

const REASONS = { law: 'law', safety: 'safety', contract: 'a contract', promise: 'a promise that was made', other: 'another reason' } as const;

/** What reaching it would change for the business, in one line; what nobody knows is said. */
export function valueWords(value: ValueStatement | undefined, locale: string): string {
  if (value === undefined) return 'Nobody said yet what it is worth';
  if (value.notMoney !== undefined) return `Not money: ${[REASONS[value.notMoney.reason], value.notMoney.authority].filter((part) => part !== undefined && part !== '').join(', ')}`;
  const worth = value.worth === undefined ? '' : formatWorth(value.worth, locale);
  if (value.unknown === true || worth === '') return 'Worth not known yet';
  const change = value.change === undefined ? '' : formatChange(value.change, locale);
  return [`${worth}`, [value.metric, change].filter((part) => part !== undefined && part !== '').join(' ')].filter((part) => part !== '').join(': ');
}
