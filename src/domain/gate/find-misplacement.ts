/** Transitions on which a gate does more harm than good. */

/** What the workflow editor says about the transition that the rule stands on; anything may be missing. */
export interface TransitionPlace {
  /** Status the transition starts from; null when it has none, undefined when the editor does not say. */
  readonly from: { readonly name?: string } | null | undefined;
  /** The transition's name. */
  readonly name: string | undefined;
  /** True for a project whose customers use a portal. */
  readonly hasPortal: boolean;
}

/** Words of warning, empty if the place is fine. */
export function findMisplacement(place: TransitionPlace): readonly string[] {
  const words: string[] = [];
  if (place.from === null || (place.from === undefined && isCalledCreate(place.name))) {
    words.push(isCalledCreate(place.name)
      ? 'This is the Create transition. A ticket has no product context before it exists, so this gate would refuse every new ticket. Put the rule on a later transition, such as the one to "Ready for build".'
      : 'This transition starts from no particular status. If it is the one that creates tickets, this gate would refuse every new ticket, because a ticket has no product context before it exists: put the rule on a later transition then.');
  }
  if (place.hasPortal) {
    words.push('Customers can move requests of this project from the portal. They do not see the product context there and could not fill it in, so put the rule on a transition that only agents use.');
  }
  return words;
}

function isCalledCreate(name: string | undefined): boolean {
  return name !== undefined && /^\s*create\b/i.test(name);
}
