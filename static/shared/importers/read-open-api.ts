/** Elements of an OpenAPI document: its component schemas (or Swagger 2 definitions) are the shared model. */

import { isObject, readEntity, type FoundElements } from './read-json-schema';

export function readOpenApi(root: unknown): FoundElements {
  const found: FoundElements = { elements: [], skipped: [] };
  if (!isObject(root)) return found;
  const components = isObject(root['components']) ? root['components'] : {};
  const [folder, schemas] = isObject(components['schemas']) ? ['#/components/schemas', components['schemas']] : ['#/definitions', root['definitions']];
  if (!isObject(schemas)) {
    found.skipped.push({ at: '#/components/schemas', why: 'The document names no schemas; schemas written inside operations have no name to make a claim on.' });
    return found;
  }
  for (const [name, schema] of Object.entries(schemas)) readEntity(root, name, schema, `${folder}/${name}`, found);
  return found;
}
