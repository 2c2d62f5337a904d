import { ISSUE_PROPERTY_ROUTES } from './issue-property-routes';
import { ISSUE_ROUTES } from './issue-routes';
import type { Route } from './route';
import { USER_ROUTES } from './user-routes';

/** Every REST route that the local Jira serves. */
export const ROUTES: readonly Route[] = [...ISSUE_ROUTES, ...ISSUE_PROPERTY_ROUTES, ...USER_ROUTES];
