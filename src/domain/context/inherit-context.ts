import type { ContextContent, ProductContext } from './product-context';
import { isAnswered } from './says-something';

/** A ticket above this one, nearest first. */
export interface Ancestor {
  readonly key: string;
  readonly context: ProductContext | undefined;
}

/** What a ticket shows: its own context, the nearest ancestor's, or none. */
export type ShownContext =
  | { readonly from: 'own'; readonly context: ProductContext }
  | { readonly from: 'ancestor'; readonly key: string; readonly context: ProductContext }
  | { readonly from: 'nobody' };

/** A child without a context of its own shows the nearest one above it. It inherits for reading only; nothing is copied. */
export function inheritContext(own: ProductContext | undefined, ancestors: readonly Ancestor[]): ShownContext {
  if (own !== undefined && saysWhy(own)) return { from: 'own', context: own };
  for (const { key, context } of ancestors) {
    if (context !== undefined && saysWhy(context)) return { from: 'ancestor', key, context };
  }
  return own === undefined ? { from: 'nobody' } : { from: 'own', context: own };
}

/** Whether a content says anything of its own; a team that was set in bulk does not yet. */
export function saysWhy(content: ContextContent): boolean {
  return isAnswered(content.need) || isAnswered(content.users) || (content.thresholds?.length ?? 0) > 0
    || content.value !== undefined || (content.claims?.length ?? 0) > 0 || isAnswered(content.decides);
}
