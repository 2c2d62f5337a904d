import type { ContextContent } from './product-context';
import { isAnswered } from './says-something';

/**
 * Whether a content says anything of its own; a team that was set in bulk does not yet. A child ticket that says nothing shows the
 * nearest context above it, for reading only.
 */
export function saysWhy(content: ContextContent): boolean {
  return isAnswered(content.need) || isAnswered(content.users) || (content.thresholds?.length ?? 0) > 0
    || content.value !== undefined || (content.claims?.length ?? 0) > 0 || isAnswered(content.decides);
}
