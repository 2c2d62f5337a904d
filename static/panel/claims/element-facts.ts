import type { KnownElement } from './find-elements';

/** Type, whether it must be filled in, owner, and who speaks of it already. */
export function elementFacts({ element, owner, modelName, tickets }: KnownElement): string {
  const required = element === undefined || element.kind === 'entity' ? '' : element.required ? 'must be filled in' : 'may be empty';
  const type = element === undefined ? 'in no imported model' : element.kind === 'entity' ? 'entity' : `${element.many ? 'list of ' : ''}${element.type || 'no type given'}`;
  return [type, required, owner === undefined ? '' : `owned by ${owner}`, modelName, tickets === 0 ? '' : tickets === 1 ? 'in 1 other ticket' : `in ${String(tickets)} other tickets`].filter(Boolean).join(' · ');
}
