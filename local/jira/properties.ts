import type { Property } from './issue';
import { refuse } from './refusal';
import type { SiteTables } from './site-tables';

/** Jira's limits on entity properties: characters of the JSON, and of the key. */
export const PROPERTY_LIMITS = { valueCharacters: 32_768, keyCharacters: 255 } as const;

export function propertyId(entity: Property['entity'], entityId: string, key: string): string {
  return `${entity}/${entityId}/${key}`;
}

export function readProperty(tables: SiteTables, entity: Property['entity'], entityId: string, key: string): Property | undefined {
  return tables.properties.get(propertyId(entity, entityId, key));
}

/** All properties of one entity. */
export function propertiesOf(tables: SiteTables, entity: Property['entity'], entityId: string): readonly Property[] {
  return tables.properties.of(`${entity}/${entityId}`);
}

/** Stores the value; refuses what Jira refuses. Says whether the property is new. */
export function writeProperty(tables: SiteTables, property: Property): { readonly created: boolean } {
  if (property.key.length > PROPERTY_LIMITS.keyCharacters) refuse(400, 'The property key cannot be longer than 255 characters.');
  if (JSON.stringify(property.value).length > PROPERTY_LIMITS.valueCharacters) refuse(400, 'The property value cannot be longer than 32768 characters.');
  const id = propertyId(property.entity, property.entityId, property.key);
  const created = tables.properties.get(id) === undefined;
  tables.properties.put(id, property);
  return { created };
}

/** Reads a property value from a request body; Jira refuses an empty body and what is not JSON. */
export function parsePropertyValue(body: string | undefined): unknown {
  if (body === undefined || body.trim() === '') refuse(400, 'Value of the property must not be empty.');
  try {
    return JSON.parse(body) as unknown;
  } catch {
    refuse(400, 'The property value is not valid JSON.');
  }
}
