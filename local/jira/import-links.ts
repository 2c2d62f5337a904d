import { lookUpIssue } from './find-issue';
import { nextId, type SiteTables } from './site-tables';

/** A link read from a file, whose ends are looked up once all tickets are there. */
export interface PendingLink {
  readonly type: { readonly id?: string | undefined; readonly name?: string | undefined; readonly inward?: unknown; readonly outward?: unknown };
  readonly inwardKey: string;
  readonly outwardKey: string;
}

/** Adds the links whose two ends are here, each once, and says how many had to be left out. */
export function addImportedLinks(tables: SiteTables, pending: readonly PendingLink[]): number {
  const known = new Set([...tables.links.values()].map(({ typeId, inwardId, outwardId }) => `${typeId}/${inwardId}/${outwardId}`));
  let leftOut = 0;
  for (const { type, inwardKey, outwardKey } of pending) {
    const inward = lookUpIssue(tables, inwardKey);
    const outward = lookUpIssue(tables, outwardKey);
    if (inward === undefined || outward === undefined) {
      leftOut += 1;
      continue;
    }
    const typeId = linkTypeId(tables, type);
    const identity = `${typeId}/${inward.id}/${outward.id}`;
    if (known.has(identity)) continue;
    known.add(identity);
    const id = nextId(tables, 'link');
    tables.links.put(id, { id, typeId, inwardId: inward.id, outwardId: outward.id });
  }
  return leftOut;
}

function linkTypeId(tables: SiteTables, type: PendingLink['type']): string {
  const name = type.name ?? 'Relates';
  const known = [...tables.linkTypes.values()].find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  if (known !== undefined) return known.id;
  const id = nextId(tables, 'vocabulary');
  const words = (given: unknown): string => (typeof given === 'string' && given !== '' ? given : name.toLowerCase());
  tables.linkTypes.put(id, { id, name, inward: words(type.inward), outward: words(type.outward) });
  return id;
}
