/** Elements of a GraphQL schema: object, input and interface types with their fields, and enums. SDL or an introspection result. */

import {
  buildClientSchema, GraphQLError, Kind, parse, printSchema,
  type ASTNode, type ConstDirectiveNode, type DocumentNode, type EnumTypeDefinitionNode, type EnumTypeExtensionNode, type FieldDefinitionNode, type InputValueDefinitionNode, type IntrospectionQuery, type TypeNode,
} from 'graphql';
import { MOST_LISTED, type JsonKind, type ModelElement } from '../../../src/domain/model/shared-model';
import { described, type FoundElements } from './found-elements';
import { isObject } from './json-facts';
import { ImportRefused } from './refusal';

/** A bound on the work of the parser; the largest public schemas have about half a million tokens. */
const MOST_TOKENS = 2_000_000;
/** Types that only say how to ask, not what data there is. */
const OPERATIONS = new Set(['Query', 'Mutation', 'Subscription']);
/** GraphQL's own scalars, as JSON has them; an ID may be written as a number or as text. */
const SCALARS: Readonly<Record<string, JsonKind>> = { Int: 'integer', Float: 'number', String: 'string', Boolean: 'boolean' };
/** Directives that constrain nothing. */
const ABOUT = new Set(['deprecated', 'specifiedBy', 'doc']);

/** SDL text. */
export function readGraphql(text: string, found: FoundElements): void {
  readDocument(parseOrRefuse(text), found);
}

/** The JSON result of an introspection query, with or without its `data`. */
export function readIntrospection(value: unknown, found: FoundElements): void {
  const data = isObject(value) && isObject(value['data']) ? value['data'] : value;
  let text: string;
  try {
    text = printSchema(buildClientSchema(data as unknown as IntrospectionQuery));
  } catch (error) {
    if (error instanceof RangeError) throw error;
    throw new ImportRefused(`This is not a complete introspection result: ${error instanceof Error ? error.message : 'unknown reason'}. Run the full introspection query and save its result.`);
  }
  readGraphql(text, found);
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

function readDocument(document: DocumentNode, found: FoundElements): void {
  const enums = enumsOf(document);
  for (const node of document.definitions) {
    const at = lineOf(node);
    switch (node.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.OBJECT_TYPE_EXTENSION:
      case Kind.INTERFACE_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_EXTENSION:
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      case Kind.INPUT_OBJECT_TYPE_EXTENSION:
        if (OPERATIONS.has(node.name.value)) found.skip(at, `${node.name.value} says how to ask, not what data there is.`);
        else addType(found, node.name.value, 'description' in node ? node.description?.value : undefined, node.fields ?? [], enums);
        leaveDirectives(node.directives, found);
        break;
      case Kind.ENUM_TYPE_DEFINITION:
        addEnum(node, enums, found);
        break;
      case Kind.SCALAR_TYPE_DEFINITION:
      case Kind.UNION_TYPE_DEFINITION:
        found.skip(at, `${node.name.value} has no fields to make a claim on.`);
        break;
      case Kind.ENUM_TYPE_EXTENSION:
      case Kind.DIRECTIVE_DEFINITION:
      case Kind.SCHEMA_DEFINITION:
      case Kind.SCHEMA_EXTENSION:
        break;
      default:
        found.skip(at, 'It defines no type.');
    }
  }
}

/** Values of the enums, with those that extensions add. */
function enumsOf(document: DocumentNode): ReadonlyMap<string, readonly string[]> {
  const enums = new Map<string, string[]>();
  for (const node of document.definitions) {
    if (node.kind !== Kind.ENUM_TYPE_DEFINITION && node.kind !== Kind.ENUM_TYPE_EXTENSION) continue;
    const values = enums.get(node.name.value) ?? [];
    for (const { name } of valuesOf(node)) values.push(name.value);
    enums.set(node.name.value, values);
  }
  return enums;
}

function valuesOf(node: EnumTypeDefinitionNode | EnumTypeExtensionNode) {
  return node.values ?? [];
}

function addEnum(node: EnumTypeDefinitionNode, enums: ReadonlyMap<string, readonly string[]>, found: FoundElements): void {
  const values = enums.get(node.name.value) ?? [];
  if (values.length > MOST_LISTED) found.skip(lineOf(node), `${node.name.value} has ${values.length} values; of more than ${MOST_LISTED} none is kept.`);
  found.add({ path: node.name.value, kind: 'entity', type: 'enum', many: false, required: false, ...described(node.description?.value), ...valuesFact(node.name.value, enums) });
}

function valuesFact(type: string, enums: ReadonlyMap<string, readonly string[]>): { values?: readonly string[] } {
  const values = enums.get(type);
  return values === undefined || values.length === 0 || values.length > MOST_LISTED ? {} : { values };
}

function addType(
  found: FoundElements, name: string, description: string | undefined, fields: readonly (FieldDefinitionNode | InputValueDefinitionNode)[], enums: ReadonlyMap<string, readonly string[]>,
): void {
  if (found.get(name) === undefined) found.add({ path: name, kind: 'entity', type: 'object', many: false, required: false, ...described(description) });
  for (const field of fields) {
    const facts = typeFacts(field.type);
    const kind = Object.hasOwn(SCALARS, facts.type) ? SCALARS[facts.type] : undefined;
    found.add({ path: `${name}.${field.name.value}`, kind: 'field', ...facts, ...described(field.description?.value), ...(kind === undefined ? {} : { holds: [kind] }), ...valuesFact(facts.type, enums) });
    leaveDirectives(field.directives, found);
  }
}

function leaveDirectives(directives: readonly ConstDirectiveNode[] = [], found: FoundElements): void {
  for (const directive of directives) if (!ABOUT.has(directive.name.value)) found.leave(`@${directive.name.value}`, lineOf(directive));
}

function lineOf({ loc }: ASTNode): string {
  return `line ${loc?.startToken.line ?? 0}`;
}

function typeFacts(type: TypeNode): Pick<ModelElement, 'type' | 'many' | 'required'> {
  if (type.kind === Kind.NON_NULL_TYPE) return { ...typeFacts(type.type), required: true };
  if (type.kind === Kind.LIST_TYPE) return { type: typeFacts(type.type).type, many: true, required: false };
  return { type: type.name.value, many: false, required: false };
}
