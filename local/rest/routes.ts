import { BULK_FETCH_ROUTES } from './bulk-fetch-route';
import { BULK_PROPERTY_ROUTES } from './bulk-property-routes';
import { COMMENT_ROUTES } from './comment-routes';
import { EXPRESSION_ROUTES } from './expression-routes';
import { ISSUE_PROPERTY_ROUTES } from './issue-property-routes';
import { ISSUE_ROUTES } from './issue-routes';
import { LINK_ROUTES } from './link-routes';
import { PANEL_ROUTES } from './panel-routes';
import { PERMISSION_ROUTES } from './permission-routes';
import { PERMISSION_SCHEME_ROUTES } from './permission-scheme-route';
import { PROJECT_ROUTES } from './project-routes';
import { ROLE_ROUTES } from './role-routes';
import type { Route } from './route';
import { SEARCH_ROUTES } from './search-routes';
import { TASK_ROUTES } from './task-routes';
import { TRANSITION_ROUTES } from './transition-routes';
import { USER_ROUTES } from './user-routes';
import { VOCABULARY_ROUTES } from './vocabulary-routes';
import { WORKFLOW_ROUTES } from './workflow-routes';

/** Every REST route that the local Jira serves. */
export const ROUTES: readonly Route[] = [
  ...ISSUE_ROUTES, ...ISSUE_PROPERTY_ROUTES, ...BULK_PROPERTY_ROUTES, ...BULK_FETCH_ROUTES, ...SEARCH_ROUTES, ...TRANSITION_ROUTES, ...COMMENT_ROUTES, ...LINK_ROUTES,
  ...PROJECT_ROUTES, ...ROLE_ROUTES, ...PERMISSION_ROUTES, ...PERMISSION_SCHEME_ROUTES, ...EXPRESSION_ROUTES, ...TASK_ROUTES, ...WORKFLOW_ROUTES, ...PANEL_ROUTES, ...USER_ROUTES, ...VOCABULARY_ROUTES,
];
