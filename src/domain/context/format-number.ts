/**
 * How a number is written: the one file that touches what the language offers for that, so that all of Groundwork writes alike.
 * What a computed number says beside its digits stands in ranking/show-number.ts; a cell of an export in ranking/number-cells.ts.
 */

/** The locale used where nobody asked for one, for instance in comments. */
export const DEFAULT_LOCALE = 'en-US';

const NO_BREAK = '\u00a0';

/** What nobody can write as a number: a division by nothing must not reach a reader as "NaN". */
export const NOT_KNOWN = 'not known';

/** `1,234.5`; up to six significant digits, because nobody reads more. For what people stated. */
export function formatNumber(value: number, locale: string = DEFAULT_LOCALE): string {
  return write(value, locale, { maximumSignificantDigits: 6 });
}

/** `1,234`: something counted, whole. */
export function formatCount(count: number, locale: string = DEFAULT_LOCALE): string {
  return write(count, locale, { maximumFractionDigits: 0 });
}

/** `1,200`, `0.35`: two digits, for what is computed from ranges. */
export function formatTwoDigits(value: number, locale: string): string {
  return write(value, locale, { maximumSignificantDigits: 2 });
}

/** `0.98`: so many digits after the point at most. */
export function formatDecimals(value: number, decimals: number, locale: string): string {
  return write(value, locale, { maximumFractionDigits: decimals });
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
  return write(value, locale, { style: 'currency', currency, notation: 'compact', maximumSignificantDigits: 2, currencyDisplay: 'narrowSymbol' }).replaceAll(NO_BREAK, ' ');
}

/** `0.0000001` instead of `1e-7`: digits without groups and exponents, as one types them. */
export function formatPlain(value: number): string {
  return write(value, 'en-US', { useGrouping: false, maximumFractionDigits: 20 });
}

/** The number with so many significant digits: 0.1 + 0.2 is 0.3 with fifteen, and two are what a range can carry. */
export function roundToDigits(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}

function write(value: number, locale: string, options: Intl.NumberFormatOptions): string {
  // -0 would be written with its sign.
  return Number.isFinite(value) ? numberFormat(locale, options).format(value === 0 ? 0 : value) : NOT_KNOWN;
}

/** Making a formatter takes longer than everything else about a ticket, and a page of 10,000 tickets wants the same few again and again. */
const formats = new Map<string, Intl.NumberFormat>();
/** Locales and currencies are few; a record written by hand must not make the list grow without end. */
const MOST_FORMATS = 200;

/** A locale that the browser does not know must not take the page down. */
function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${options.currency ?? ''} ${String(options.maximumSignificantDigits)} ${String(options.maximumFractionDigits)}`;
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
