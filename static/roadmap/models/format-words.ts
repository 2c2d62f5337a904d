import type { ModelFormat } from '../../../src/domain/model/shared-model';

/** The formats' own names. */
export const FORMAT_WORDS: Readonly<Record<ModelFormat, string>> = {
  'json-schema': 'JSON Schema', openapi: 'OpenAPI', graphql: 'GraphQL', sql: 'SQL', odcs: 'Data contract (ODCS)', dbt: 'dbt schema', csv: 'CSV',
};
