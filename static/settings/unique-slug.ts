/** Longest id that the contract takes. */
const MOST = 40;

/**
 * An id from a name, `order-status` from "Order Status", that is not taken; it is added to `taken`. A name without any Latin
 * letter or digit gets `entry`, because ids are read by people in JQL.
 */
export function uniqueSlug(name: string, taken: string[]): string {
  const base = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, MOST - 4) || 'entry';
  let slug = base;
  for (let count = 2; taken.includes(slug); count += 1) slug = `${base}-${count}`;
  taken.push(slug);
  return slug;
}
