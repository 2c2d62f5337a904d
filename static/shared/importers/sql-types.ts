/** What the names of SQL's types say for certain, in several dialects. */

import type { JsonKind, ModelElement } from '../../../src/domain/model/shared-model';

const WHOLE = ['int', 'integer', 'int2', 'int4', 'int8', 'int64', 'bigint', 'smallint', 'tinyint', 'mediumint', 'byteint', 'serial', 'bigserial', 'smallserial'];
const NUMBERS = ['numeric', 'decimal', 'dec', 'number', 'real', 'float', 'float4', 'float8', 'float64', 'double', 'double precision', 'bignumeric', 'binary_float', 'binary_double'];
const TEXTS = ['text', 'varchar', 'char', 'bpchar', 'character', 'character varying', 'nvarchar', 'nchar', 'ntext', 'varchar2', 'nvarchar2', 'string', 'tinytext', 'mediumtext', 'longtext', 'clob', 'citext'];
const KINDS: ReadonlyMap<string, JsonKind> = new Map([
  ...WHOLE.map((name) => [name, 'integer'] as const), ...NUMBERS.map((name) => [name, 'number'] as const), ...TEXTS.map((name) => [name, 'string'] as const),
  ['boolean', 'boolean'] as const, ['bool', 'boolean'] as const,
]);

/** MySQL writes its booleans as `tinyint(1)`: those are none of a known kind. A text in brackets has a greatest length. */
export function sqlKind(type: string): Pick<ModelElement, 'holds' | 'length'> {
  const [, name = '', size] = /^\s*([a-z0-9_ ]+?)\s*(?:\(\s*(\d+)[^)]*\))?\s*$/i.exec(type) ?? [];
  const spelled = name.toLowerCase();
  const kind = KINDS.get(spelled);
  if (kind === undefined || (spelled === 'tinyint' && size === '1')) return {};
  return { holds: [kind], ...(kind === 'string' && size !== undefined && Number(size) > 0 ? { length: { max: Number(size) } } : {}) };
}
