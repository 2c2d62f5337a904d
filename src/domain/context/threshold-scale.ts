import type { ContextContent, Threshold } from './product-context';

/** One spelling of what a threshold measures: case and blanks tell nothing apart. Undefined while scale or direction is missing, as then it pulls nowhere. */
export function scaleOf({ scale, better }: Threshold): string | undefined {
  const one = (scale ?? '').trim().toLowerCase().replaceAll(/\s+/g, ' ');
  return one === '' || better === undefined ? undefined : one;
}

/** The scales that the thresholds of a content pull on, each once and sorted. */
export function scalesOf({ thresholds = [] }: Pick<ContextContent, 'thresholds'>): readonly string[] {
  return [...new Set(thresholds.map(scaleOf).filter((scale) => scale !== undefined))].sort();
}
