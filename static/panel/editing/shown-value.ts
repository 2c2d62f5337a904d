import { formatNumber } from '../../../src/domain/context/format-number';
import { claimSchema } from '../../../src/contract/record';
import { claimSentence } from '../reading/claim-sentence';
import { fieldWords } from './field-words';

/** Any value of the record in words, for comparing two versions. */
export function shownValue(value: unknown, locale: string, teamName: (id: string) => string): string {
  if (value === undefined || value === null || value === '') return 'nothing';
  if (typeof value === 'number') return formatNumber(value, locale);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map((entry) => shownValue(entry, locale, teamName)).join('; ');
  if (typeof value !== 'object') return String(value);
  const claim = claimSchema.safeParse(value);
  if (claim.success) return claimSentence(claim.data, locale, teamName);
  return Object.entries(value).filter(([key]) => key !== 'id').map(([key, part]) => `${fieldWords([key])} ${shownValue(part, locale, teamName)}`).join(', ');
}
