/** From a file's text to the elements of a model: tells the format, reads it, reports what was taken and what was not. */

import { MOST_CHARACTERS, type ImportReport, type ModelFormat } from '../../../src/domain/model/shared-model';
import { findElements, type FoundElements } from './found-elements';
import { isObject } from './json-facts';
import { readCsv } from './read-csv';
import { readDbt } from './read-dbt';
import { readGraphql, readIntrospection } from './read-graphql';
import { nameFrom, readJsonSchema } from './read-json-schema';
import { readOdcs } from './read-odcs';
import { readOpenApi } from './read-open-api';
import { readSql } from './read-sql';
import { readStructured } from './read-text';
import { ImportRefused } from './refusal';

/**
 * Reads one file. Rejects with `ImportRefused`, in words for people, when it is hostile, broken or of no format that is known; a
 * part that cannot be read is reported, and the rest is taken. Nothing is fetched but this page's own code.
 */
export async function importModel(fileName: string, text: string): Promise<ImportReport> {
  if (text.length > MOST_CHARACTERS) throw new ImportRefused(`This file has more than ${MOST_CHARACTERS / 1_000_000} million characters. Split it, or export only the part that teams share.`);
  const found = findElements();
  const format = await inWords(() => readByFormat(fileName, text.replace(/^\uFEFF/, ''), found));
  const [elements, skipped] = [found.elements(), found.skipped()];
  if (elements.length === 0) {
    const reasons = skipped.slice(0, 3).map(({ at, why }) => `${at}: ${why}`).join(' ');
    throw new ImportRefused(`Nothing in this file is an element of a data model. ${reasons === '' ? 'Choose a JSON Schema, OpenAPI, GraphQL, SQL, ODCS, dbt or CSV file.' : reasons}`);
  }
  return { format, elements, skipped };
}

/** Parsers that call themselves run out of stack on what is nested without end. */
async function inWords<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof RangeError) throw new ImportRefused('Something in this file is too long or nested too deep to be read: no data model is. Nothing was imported.');
    throw error;
  }
}

async function readByFormat(fileName: string, text: string, found: FoundElements): Promise<ModelFormat> {
  const extension = fileName.toLowerCase().split('.').at(-1) ?? '';
  switch (extension) {
    case 'graphql': case 'graphqls': case 'gql':
      readGraphql(text, found);
      return 'graphql';
    case 'sql': case 'ddl':
      await readSql(text, found);
      return 'sql';
    case 'csv': case 'tsv':
      readCsv(text, found);
      return 'csv';
    case 'json': case 'yaml': case 'yml': return readStructuredFile(fileName, readStructured(text, extension === 'json'), found);
    default: throw new ImportRefused(`"${fileName}" ends in no name that says its format. Use .json, .yaml, .graphql, .sql or .csv.`);
  }
}

const SCHEMA_WORDS = ['$schema', 'properties', 'definitions', '$defs', 'allOf', 'anyOf', 'oneOf', 'items'];

function readStructuredFile(fileName: string, value: unknown, found: FoundElements): ModelFormat {
  if (!isObject(value)) throw new ImportRefused('This file holds no object at its top level, so it is no schema.');
  if ('openapi' in value || 'swagger' in value) {
    readOpenApi(value, found);
    return 'openapi';
  }
  if (value['kind'] === 'DataContract' || 'dataContractSpecification' in value) {
    readOdcs(value, found);
    return 'odcs';
  }
  if ('__schema' in value || (isObject(value['data']) && '__schema' in value['data'])) {
    readIntrospection(value, found);
    return 'graphql';
  }
  if (SCHEMA_WORDS.some((word) => word in value)) {
    readJsonSchema(value, entityName(fileName), found);
    return 'json-schema';
  }
  if (['models', 'sources', 'seeds', 'snapshots'].some((key) => Array.isArray(value[key]))) {
    readDbt(value, found);
    return 'dbt';
  }
  if (['semantic_models', 'metrics', 'exposures', 'macros'].some((key) => Array.isArray(value[key]))) {
    throw new ImportRefused('This dbt file describes semantic models, metrics or the like, not tables with columns. Choose the files with "models:" or "sources:".');
  }
  throw new ImportRefused('This is valid JSON or YAML, but not a JSON Schema, OpenAPI document, GraphQL introspection, ODCS contract or dbt schema file.');
}

function entityName(fileName: string): string {
  return nameFrom(fileName.split(/[\\/]/).at(-1)?.split('.')[0] ?? 'Root');
}
