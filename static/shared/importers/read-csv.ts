/** Elements of a CSV list: one element a row, with columns path (or entity and field), type, required, many, description, owner, values. */

import Papa from 'papaparse';
import type { ModelElement } from '../../../src/domain/model/shared-model';
import type { FoundElements } from './read-json-schema';
import { ImportRefused } from './refusal';

const YES = new Set(['yes', 'y', 'true', '1', 'x', 'required']);

export function readCsv(text: string): FoundElements {
  const { data, meta, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: 'greedy', transformHeader: (name) => name.trim().toLowerCase() });
  const columns = new Set(meta.fields ?? []);
  if (!columns.has('path') && !(columns.has('entity') && columns.has('field'))) {
    throw new ImportRefused('The first line must name the columns: either "path", or "entity" and "field"; optional are type, required, many, description, owner and values (separated by |).');
  }
  const found: FoundElements = { elements: [], skipped: errors.map(({ row, message }) => ({ at: `line ${(row ?? 0) + 2}`, why: message })) };
  for (const [at, row] of data.entries()) {
    const path = (row['path'] ?? [row['entity'], row['field']].filter((part) => part !== undefined && part.trim() !== '').map((part) => part?.trim()).join('.')).trim();
    if (path === '') found.skipped.push({ at: `line ${at + 2}`, why: 'It names no element.' });
    else found.elements.push(toElement(path, row));
  }
  return found;
}

function toElement(path: string, row: Record<string, string>): ModelElement {
  const cell = (name: string) => row[name]?.trim() ?? '';
  const is = (name: string) => YES.has(cell(name).toLowerCase());
  return {
    path, kind: path.includes('.') ? 'field' : 'entity', type: cell('type'), many: is('many'), required: is('required'),
    ...(cell('description') === '' ? {} : { description: cell('description').slice(0, 300) }),
    ...(cell('owner') === '' ? {} : { owner: cell('owner') }),
    ...(cell('values') === '' ? {} : { values: cell('values').split('|').map((value) => value.trim()) }),
  };
}
