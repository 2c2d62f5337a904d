/** Numbers for people, by locale. */

/** The locale used where nobody asked for one, for instance in comments. */
export const DEFAULT_LOCALE = 'en-US';

const NO_BREAK = '\u00a0';

/** `1,234.5`; up to six significant digits, because nobody reads more. */
export function formatNumber(value: number, locale: string = DEFAULT_LOCALE): string {
  return numberFormat(locale, { maximumSignificantDigits: 6 }).format(value);
}

/** `3.5 s`; without a unit just the number. Plain spaces keep the text searchable. */
export function formatLevel(value: number, unit: string | undefined, locale: string = DEFAULT_LOCALE): string {
  const number = formatNumber(value, locale);
  const trimmed = unit?.trim() ?? '';
  return trimmed === '' ? number : `${number} ${trimmed}`;
}

/** `$6M`: two digits as in design's table of numbers, shortened, in the currency's own sign. */
export function formatMoney(value: number, currency: string, locale: string = DEFAULT_LOCALE): string {
  // A record written by hand may hold anything here; Intl throws on what is no code.
  if (!/^[A-Z]{3}$/.test(currency)) return formatLevel(value, currency, locale);
  const options: Intl.NumberFormatOptions = {
    style: 'currency', currency, notation: 'compact', maximumSignificantDigits: 2, currencyDisplay: 'narrowSymbol',
  };
  return numberFormat(locale, options).format(value).replaceAll(NO_BREAK, ' ');
}

/** Making a formatter takes longer than everything else about a ticket, and a page of 10,000 tickets wants the same few again and again. */
const formats = new Map<string, Intl.NumberFormat>();
/** Locales and currencies are few; a record written by hand must not make the list grow without end. */
const MOST_FORMATS = 200;

/** A locale that the browser does not know must not take the page down. */
function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${options.currency ?? ''}`;
  const made = formats.get(key);
  if (made !== undefined) return made;
  const format = new Intl.NumberFormat(isLocale(locale) ? locale : DEFAULT_LOCALE, options);
  if (formats.size < MOST_FORMATS) formats.set(key, format);
  return format;
}

function isLocale(locale: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale).length > 0;
  } catch {
    return false;
  }
}
