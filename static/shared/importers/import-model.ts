/** From a file's text to the elements of a model: tells the format, reads it, reports what was taken and what was not. */

import { collectElements, MOST_ELEMENTS, MOST_CHARACTERS, type ImportReport, type ModelFormat } from '../../../src/domain/model/shared-model';
import { readCsv } from './read-csv';
import { readDbt, readOdcs } from './read-contract';
import { readGraphql, readIntrospection } from './read-graphql';
import { isObject, nameFrom, readJsonSchema, type FoundElements } from './read-json-schema';
import { readOpenApi } from './read-open-api';
import { readSql } from './read-sql';
import { readStructured } from './read-text';
import { ImportRefused } from './refusal';

/**
 * Reads one file. Throws `ImportRefused` with words for people when it is hostile, broken or of no format that is known; a part
 * that cannot be read is reported, and the rest is taken. Nothing is fetched.
 */
export function importModel(fileName: string, text: string): ImportReport {
  if (text.length > MOST_CHARACTERS) throw new ImportRefused(`This file has more than ${MOST_CHARACTERS / 1_000_000} million characters. Split it, or export only the part that teams share.`);
  const { format, found } = readByFormat(fileName, text.replace(/^\uFEFF/, ''));
  const { elements, repeated } = collectElements(found.elements);
  if (elements.length > MOST_ELEMENTS) throw new ImportRefused(`This file names ${elements.length} elements; at most ${MOST_ELEMENTS} are taken. Import only the part that teams share.`);
  if (elements.length === 0) throw new ImportRefused('Nothing in this file is an element of a data model. Choose a JSON Schema, OpenAPI, GraphQL, SQL, ODCS, dbt or CSV file.');
  const skipped = [...found.skipped, ...repeated.slice(0, 50).map((path) => ({ at: path, why: 'It is there twice; the first was taken.' }))];
  return { format, elements, skipped };
}

function readByFormat(fileName: string, text: string): { format: ModelFormat; found: FoundElements } {
  const extension = fileName.toLowerCase().split('.').at(-1) ?? '';
  switch (extension) {
    case 'graphql': case 'graphqls': case 'gql': return { format: 'graphql', found: readGraphql(text) };
    case 'sql': case 'ddl': return { format: 'sql', found: readSql(text) };
    case 'csv': case 'tsv': return { format: 'csv', found: readCsv(text) };
    case 'json': case 'yaml': case 'yml': return readStructuredFile(fileName, readStructured(text));
    default: throw new ImportRefused(`"${fileName}" ends in no name that says its format. Use .json, .yaml, .graphql, .sql or .csv.`);
  }
}

function readStructuredFile(fileName: string, value: unknown): { format: ModelFormat; found: FoundElements } {
  if (!isObject(value)) throw new ImportRefused('This file holds no object at its top level, so it is no schema.');
  if ('openapi' in value || 'swagger' in value) return { format: 'openapi', found: readOpenApi(value) };
  if (value['kind'] === 'DataContract') return { format: 'odcs', found: readOdcs(value) };
  if ('__schema' in value || (isObject(value['data']) && '__schema' in value['data'])) return { format: 'graphql', found: readIntrospection(value) };
  if ('$schema' in value || 'properties' in value || 'definitions' in value || '$defs' in value) {
    return { format: 'json-schema', found: readJsonSchema(value, entityName(fileName)) };
  }
  if (['models', 'sources', 'seeds', 'snapshots'].some((key) => Array.isArray(value[key]))) return { format: 'dbt', found: readDbt(value) };
  if (['semantic_models', 'metrics', 'exposures', 'macros'].some((key) => Array.isArray(value[key]))) {
    throw new ImportRefused('This dbt file describes semantic models, metrics or the like, not tables with columns. Choose the files with "models:" or "sources:".');
  }
  throw new ImportRefused('This is valid JSON or YAML, but not a JSON Schema, OpenAPI document, GraphQL introspection, ODCS contract or dbt schema file.');
}

function entityName(fileName: string): string {
  const stem = fileName.split(/[\\/]/).at(-1)?.split('.')[0] ?? 'Root';
  return nameFrom(stem);
}
