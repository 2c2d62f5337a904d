/** Transitions on which a gate does more harm than good. */

/** What the workflow editor says about the transition that the rule stands on; anything may be missing. */
export interface TransitionPlace {
  /** Status the transition starts from; null when it has none, undefined when the editor does not say. */
  readonly from: { readonly name?: string } | null | undefined;
  /** True for a project whose customers use a portal. */
  readonly hasPortal: boolean;
}

/** Words of warning, empty if the place is fine. */
export function findMisplacement(place: TransitionPlace): readonly string[] {
  const words: string[] = [];
  if (place.from === null) {
    words.push('This is the Create transition. A ticket has no product context before it exists, so this gate would refuse every new ticket. Put the rule on a later transition, such as the one to "Ready for build".');
  }
  if (place.hasPortal) {
    words.push('Customers can move requests of this project from the portal. They do not see the product context there and could not fill it in, so put the rule on a transition that only agents use.');
  }
  return words;
}
