import { CONTENT_FIELDS, type ContentField, type ContextContent, type ProductContext } from './product-context';

/** Whether a record came from another ticket, by a clone or a copy over REST. A record without an index says nothing about it. */
export function isCopied(record: ProductContext, issueId: number | string): boolean {
  return record.index !== undefined && record.index.issue !== Number(issueId);
}

/** The content of a copied record as a draft to check: acceptance, bypass and outcome belong to the other ticket. */
export function draftFromCopy(record: ProductContext): ContextContent {
  return pickFields(record, CONTENT_FIELDS.filter((field) => field !== 'outcome'));
}

/** What people wrote in a record, without what Groundwork keeps about it. */
export function contentOf(record: ContextContent): ContextContent {
  return pickFields(record, CONTENT_FIELDS);
}

function pickFields(record: ContextContent, fields: readonly ContentField[]): ContextContent {
  return Object.fromEntries(fields.filter((field) => record[field] !== undefined).map((field) => [field, record[field]]));
}
