/** Elements of a GraphQL schema: object, input and interface types with their fields, and enums. SDL or an introspection result. */

import { buildClientSchema, GraphQLError, Kind, parse, printSchema, type DocumentNode, type FieldDefinitionNode, type InputValueDefinitionNode, type IntrospectionQuery, type TypeNode } from 'graphql';
import type { ModelElement } from '../../../src/domain/model/shared-model';
import { isObject, type FoundElements } from './read-json-schema';
import { ImportRefused } from './refusal';

/** A bound on the work of the parser; the largest public schemas have about half a million tokens. */
const MOST_TOKENS = 2_000_000;
/** Types that only say how to ask, not what data there is. */
const OPERATIONS = new Set(['Query', 'Mutation', 'Subscription']);

/** SDL text. */
export function readGraphql(text: string): FoundElements {
  return readDocument(parseOrRefuse(text));
}

/** The JSON result of an introspection query, with or without its `data`. */
export function readIntrospection(value: unknown): FoundElements {
  const data = isObject(value) && isObject(value['data']) ? value['data'] : value;
  try {
    return readGraphql(printSchema(buildClientSchema(data as unknown as IntrospectionQuery)));
  } catch (error) {
    if (error instanceof ImportRefused) throw error;
    throw new ImportRefused(`This is not a complete introspection result: ${error instanceof Error ? error.message : 'unknown reason'}. Run the full introspection query and save its result.`);
  }
}

function parseOrRefuse(text: string): DocumentNode {
  try {
    return parse(text, { maxTokens: MOST_TOKENS });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const line = error.locations?.[0]?.line ?? 1;
    throw new ImportRefused(`Line ${line} is not valid GraphQL: ${error.message}. Correct the file and choose it again.`);
  }
}

function readDocument(document: DocumentNode): FoundElements {
  const found: FoundElements = { elements: [], skipped: [] };
  for (const node of document.definitions) {
    const at = `line ${node.loc?.startToken.line ?? 0}`;
    switch (node.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.OBJECT_TYPE_EXTENSION:
      case Kind.INTERFACE_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_EXTENSION:
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      case Kind.INPUT_OBJECT_TYPE_EXTENSION:
        if (OPERATIONS.has(node.name.value)) found.skipped.push({ at, why: `${node.name.value} says how to ask, not what data there is.` });
        else addType(found, node.name.value, 'description' in node ? node.description?.value : undefined, node.fields ?? []);
        break;
      case Kind.ENUM_TYPE_DEFINITION:
        found.elements.push({
          path: node.name.value, kind: 'entity', type: 'enum', many: false, required: false,
          ...described(node.description?.value), values: (node.values ?? []).map(({ name }) => name.value),
        });
        break;
      case Kind.SCALAR_TYPE_DEFINITION:
      case Kind.UNION_TYPE_DEFINITION:
        found.skipped.push({ at, why: `${node.name.value} has no fields to make a claim on.` });
        break;
      case Kind.DIRECTIVE_DEFINITION:
      case Kind.SCHEMA_DEFINITION:
      case Kind.SCHEMA_EXTENSION:
        break;
      default:
        found.skipped.push({ at, why: 'It defines no type.' });
    }
  }
  return found;
}

function addType(found: FoundElements, name: string, description: string | undefined, fields: readonly (FieldDefinitionNode | InputValueDefinitionNode)[]): void {
  if (!found.elements.some(({ path }) => path === name) || fields.length === 0) {
    found.elements.push({ path: name, kind: 'entity', type: 'object', many: false, required: false, ...described(description) });
  }
  for (const field of fields) found.elements.push({ path: `${name}.${field.name.value}`, kind: 'field', ...typeFacts(field.type), ...described(field.description?.value) });
}

function typeFacts(type: TypeNode): Pick<ModelElement, 'type' | 'many' | 'required'> {
  if (type.kind === Kind.NON_NULL_TYPE) return { ...typeFacts(type.type), required: true };
  if (type.kind === Kind.LIST_TYPE) return { type: typeFacts(type.type).type, many: true, required: false };
  return { type: type.name.value, many: false, required: false };
}

function described(text: string | undefined): { description?: string } {
  return text === undefined || text === '' ? {} : { description: text.slice(0, 300) };
}
