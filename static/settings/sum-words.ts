import { formatNumber } from '../../src/domain/context/format-number';
import { readNumber } from '../shared/read-number';
import type { ThemeRow } from './settings-draft';

/** `Targets add up to 90 %; 10 % are left for everything else.` */
export function sumWords(themes: readonly Pick<ThemeRow, 'target'>[], locale: string): string {
  const sum = themes.map(({ target }) => readNumber(target, { locale, unit: '%' })).reduce((total, read) => total + (read.state === 'number' ? read.value : 0), 0);
  const shown = `Targets add up to ${formatNumber(sum, locale)} %`;
  if (sum > 100) return `${shown}: ${formatNumber(sum - 100, locale)} % more than there is.`;
  return sum === 100 ? `${shown}.` : `${shown}; ${formatNumber(100 - sum, locale)} % are left for everything else.`;
}
