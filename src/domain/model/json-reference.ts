/** References inside a JSON Schema: pointers, anchors, and absolute ids that the schema itself declares. Nothing is fetched. */

type Raw = Readonly<Record<string, unknown>>;

/** Schemas looked at for anchors and ids; a larger schema has its pointers only. */
const MOST_LOOKED_AT = 200_000;

/** Where a reference leads: the schema and its JSON pointer. */
export interface Referred {
  readonly schema: unknown;
  readonly pointer: string;
}

/** Follows references of one document; what is named is looked for once. */
export function referencesOf(root: unknown): (reference: string) => Referred | undefined {
  let named: ReadonlyMap<string, Referred> | undefined;
  const known = new Map<string, Referred | undefined>();
  return (reference) => {
    if (!known.has(reference)) known.set(reference, find(reference));
    return known.get(reference);
  };

  function find(reference: string): Referred | undefined {
    const hash = reference.indexOf('#');
    const [document, fragment] = hash === -1 ? [reference, ''] : [reference.slice(0, hash), reference.slice(hash + 1)];
    if (document === '' && (fragment === '' || fragment.startsWith('/'))) return follow({ schema: root, pointer: '' }, fragment);
    named ??= namedSchemas(root);
    const whole = named.get(`${document}#${fragment}`) ?? (document === '' ? undefined : named.get(`#${fragment}`));
    const inside = named.get(`${document}#`);
    return whole ?? (inside === undefined ? undefined : follow(inside, fragment));
  }
}

function follow(from: Referred, fragment: string): Referred | undefined {
  let path: string;
  try {
    path = decodeURIComponent(fragment);
  } catch {
    return undefined;
  }
  if (path !== '' && !path.startsWith('/')) return undefined;
  let at = from.schema;
  for (const part of path.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined;
    at = (at as Raw)[name];
  }
  return { schema: at, pointer: `${from.pointer}${path}` };
}

/** Schemas by `#anchor`, `id#` and `id#anchor`, wherever they stand. */
function namedSchemas(root: unknown): ReadonlyMap<string, Referred> {
  const named = new Map<string, Referred>();
  const open: (Referred & { readonly id: string })[] = [{ schema: root, pointer: '', id: '' }];
  for (let looked = 0; looked < MOST_LOOKED_AT; looked++) {
    const next = open.pop();
    if (next === undefined) break;
    const { schema, pointer } = next;
    if (typeof schema !== 'object' || schema === null) continue;
    const { $id, id: older, $anchor } = schema as Raw;
    const own = typeof $id === 'string' ? $id : typeof older === 'string' ? older : undefined;
    const id = own === undefined || own.startsWith('#') ? next.id : own.replace(/#$/, '');
    if (own !== undefined) named.set(own.startsWith('#') ? own : `${id}#`, { schema, pointer });
    if (typeof $anchor === 'string') for (const base of new Set(['', id])) named.set(`${base}#${$anchor}`, { schema, pointer });
    for (const [name, part] of Object.entries(schema)) open.push({ schema: part, pointer: `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, id });
  }
  return named;
}
