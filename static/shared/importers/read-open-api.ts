/** Elements of an OpenAPI document: its component schemas (or Swagger 2 definitions) are the shared model. */

import type { FoundElements } from './found-elements';
import { isObject, type Schema } from './json-facts';
import { readSchemas } from './read-json-schema';

export function readOpenApi(root: Schema, found: FoundElements): void {
  const components = isObject(root['components']) ? root['components'] : {};
  const [folder, schemas] = isObject(components['schemas']) ? ['#/components/schemas', components['schemas']] : ['#/definitions', root['definitions']];
  if (isObject(schemas)) readSchemas(root, schemas, folder, found);
  else found.skip('#/components/schemas', 'The document names no schemas; schemas written inside operations have no name to make a claim on.');
}
