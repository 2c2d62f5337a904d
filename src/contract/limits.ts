/** Platform limits that shape the stored data. Sources: Jira Cloud REST v3 (entity properties), Forge invocation limits. */

/** Largest value of a Jira entity property, in characters of its JSON. */
export const PROPERTY_CHARACTERS = 32_768;

/** Largest payload of one front-end `invoke`, in bytes. */
export const INVOKE_REQUEST_BYTES = 500_000;

/** Issue property with a ticket's context. */
export const CONTEXT_PROPERTY = 'product-context';

/** Issue property with the computed conflicts of a ticket; written by the queue consumer alone. */
export const CONFLICTS_PROPERTY = 'product-context.conflicts';

/** Issue property with how often Groundwork asked on a ticket. */
export const ASKED_PROPERTY = 'product-context.asked';

/** Project property with the team settings. */
export const SETTINGS_PROPERTY = 'product-context.settings';

/** Project property with what planning meetings leave behind. */
export const MEETING_PROPERTY = 'product-context.meeting';

/** Project property with the plan that the project agreed on. */
export const PLAN_PROPERTY = 'product-context.plan';

/** Key of the property on comments that Groundwork posted. */
export const COMMENT_PROPERTY = 'product-context';

/** How many past changes a record keeps. */
export const LOG_ENTRIES = 20;
