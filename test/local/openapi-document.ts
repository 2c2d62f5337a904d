/** Atlassian's OpenAPI document of Jira's REST API v3, where it is present, as validators of requests and answers. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

const FILE = join(__dirname, '../../../shared/data/openapi/jira-v3.json');

/** Jira writes instants with a zone such as +0000, which the format's RFC does not know; the document's own examples do too. */
const JIRA_INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)$/;

export interface OpenApiDocument {
  /** Complaints about a body against the schema of this answer; undefined when the document has no such operation or schema. */
  judgeAnswer(method: string, pattern: string, status: number, body: unknown): readonly string[] | undefined;
  judgeRequest(method: string, pattern: string, body: unknown): readonly string[] | undefined;
  /** Classic scopes that the operation names; undefined when it is not in the document. */
  scopesOf(method: string, pattern: string): readonly string[] | undefined;
  hasStatus(method: string, pattern: string, status: number): boolean;
}

interface Operation {
  readonly responses?: Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: unknown }>> }>>;
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: unknown }>> };
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
}

/** The document, or undefined with a printed notice naming the file that is not there. */
export function openApiDocument(): OpenApiDocument | undefined {
  if (!existsSync(FILE)) {
    console.log('Skipped: ../shared/data/openapi/jira-v3.json is not there, so answers were not compared with Jira\'s OpenAPI document.');
    return undefined;
  }
  const document = JSON.parse(readFileSync(FILE, 'utf8')) as { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true });
  addFormats(ajv);
  ajv.addFormat('date-time', JIRA_INSTANT);
  ajv.addSchema(document, 'jira');
  const compiled = new Map<string, ValidateFunction>();
  const judge = (pointer: string, body: unknown): readonly string[] => {
    const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `jira#/${pointer}` });
    compiled.set(pointer, validate);
    return validate(body) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''} ${JSON.stringify(error.params)}`);
  };
  const operation = (method: string, pattern: string): Operation | undefined => document.paths[pattern]?.[method.toLowerCase()];
  const base = (method: string, pattern: string): string => `paths/${escapePointer(pattern)}/${method.toLowerCase()}`;
  return {
    judgeAnswer: (method, pattern, status, body) => {
      if (operation(method, pattern)?.responses?.[String(status)]?.content?.['application/json']?.schema === undefined) return undefined;
      return judge(`${base(method, pattern)}/responses/${status}/content/application~1json/schema`, body);
    },
    judgeRequest: (method, pattern, body) => {
      if (operation(method, pattern)?.requestBody?.content?.['application/json']?.schema === undefined) return undefined;
      return judge(`${base(method, pattern)}/requestBody/content/application~1json/schema`, body);
    },
    scopesOf: (method, pattern) => operation(method, pattern)?.security?.flatMap((entry) => entry['OAuth2'] ?? []),
    hasStatus: (method, pattern, status) => operation(method, pattern)?.responses?.[String(status)] !== undefined,
  };
}

function escapePointer(text: string): string {
  return text.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D');
}
