import { formatNumber, formatPlain, roundToDigits } from '../../src/domain/context/format-number';
/** Reads what a person typed as a number, and says in words why it cannot. */

export type TypedNumber =
  | { readonly state: 'empty' }
  | { readonly state: 'number'; readonly value: number }
  | { readonly state: 'unreadable'; readonly words: string };

const FACTORS: Readonly<Record<string, number>> = {
  k: 1e3, tsd: 1e3, thousand: 1e3, m: 1e6, mn: 1e6, mio: 1e6, million: 1e6, bn: 1e9, b: 1e9, billion: 1e9, mrd: 1e9,
};

/**
 * Understands a point or a comma as the decimal sign, spaces and apostrophes between thousands, "$6M", "1.2k", "6 million",
 * and a trailing unit if it is `unit`. Where `1,200` could mean two things, the `locale` decides.
 */
export function readNumber(typed: string, options: { readonly locale: string; readonly unit?: string | undefined }): TypedNumber {
  const text = typed.trim();
  if (text === '') return { state: 'empty' };
  const match = /^([^\d.,+\-−]*)([+\-−]?)([\d.,\s'’\u00a0\u202f]*\d|\d)\s*(\D*)$/u.exec(text.replace(/\.$/, ''));
  if (match === null) return { state: 'unreadable', words: `“${shorten(text)}” is not a number. Write digits only, such as 3.5, 1200 or 1.2k.` };
  const [, before = '', sign = '', digits = '', after = ''] = match;
  if (!isCurrencySign(before.trim())) return { state: 'unreadable', words: `“${shorten(text)}” is not a number. Write digits only, such as 3.5, 1200 or 1.2k.` };
  const value = plainDecimal(digits, decimalSign(options.locale));
  const factor = factorOf(after.trim(), options.unit);
  if (value === undefined) return { state: 'unreadable', words: `“${shorten(text)}” can be read in two ways. Write it without separators between thousands.` };
  if (factor === undefined) return { state: 'unreadable', words: `Write only the number here, not “${shorten(after.trim())}”; the unit has its own field.` };
  return { state: 'number', value: (sign === '-' || sign === '−' ? -1 : 1) * tidy(value * factor) };
}

/** A number as people type it here: the locale's decimal sign, no thousands separators. */
export function numberAsTyped(value: number | undefined, locale: string): string {
  if (value === undefined) return '';
  const text = plain(value);
  return decimalSign(locale) === ',' ? text.replace('.', ',') : text;
}

function plain(value: number): string {
  const text = String(value);
  return text.includes('e') ? formatPlain(value) : text;
}

function isCurrencySign(text: string): boolean {
  return text === '' || /^(?:\p{Sc}|[A-Za-z]{1,3}\p{Sc}?)$/u.test(text);
}

function factorOf(after: string, unit: string | undefined): number | undefined {
  if (after === '' || isOnlyCurrency(after)) return 1;
  if (unit !== undefined && after.toLowerCase() === unit.trim().toLowerCase()) return 1;
  const word = after.replace(/\s*(?:\p{Sc}|[A-Z]{3})$/u, '').replace(/\.$/, '').trim().toLowerCase();
  return Object.hasOwn(FACTORS, word) ? FACTORS[word] : undefined;
}

function isOnlyCurrency(text: string): boolean {
  return /^(?:\p{Sc}|USD|EUR|GBP|CHF|JPY|CAD|AUD|INR)$/u.test(text);
}

/** `undefined`: several readings and nothing to decide between them. */
function plainDecimal(digits: string, localSign: ',' | '.'): number | undefined {
  const text = digits.replace(/[\s'’\u00a0\u202f]/g, '');
  const last = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'));
  if (last < 0) return Number(text);
  const sign = text[last] === ',' ? ',' : '.';
  const other = sign === ',' ? '.' : ',';
  const count = text.split(sign).length - 1;
  if (text.includes(other)) return count > 1 ? undefined : grouped(text.slice(0, last), other, text.slice(last + 1));
  if (count > 1) return grouped(text, sign, '');
  const [whole = '', fraction = ''] = text.split(sign);
  const looksLikeThousands = fraction.length === 3 && whole.length >= 1 && whole.length <= 3 && !/^0*$/.test(whole);
  if (looksLikeThousands && sign !== localSign) return Number(whole + fraction);
  return Number(`${whole || '0'}.${fraction}`);
}

function grouped(whole: string, separator: string, fraction: string): number | undefined {
  const groups = whole.split(separator);
  if (groups.slice(1).some((group) => group.length !== 3)) return undefined;
  return Number(`${groups.join('')}.${fraction || '0'}`);
}

function decimalSign(locale: string): ',' | '.' {
  return formatNumber(1.5, locale).includes(',') ? ',' : '.';
}

/** 1.1 * 1e6 is 1100000.0000000002 in binary; nobody typed that. */
function tidy(value: number): number {
  return roundToDigits(value, 15);
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
