/** Which of the app's classic OAuth scopes a Jira REST request needs. Source: the `security` of Jira's OpenAPI document. */

interface Rule {
  readonly methods: readonly string[];
  readonly path: RegExp;
  readonly scopes: readonly string[];
}

const READ = ['read:jira-work'];
const WRITE = ['write:jira-work'];
const PROJECT = ['manage:jira-project'];
const CONFIGURATION = ['manage:jira-configuration'];
const USER = ['read:jira-user'];

/** First match decides; what no rule names falls to reading or writing Jira work. */
const RULES: readonly Rule[] = [
  { methods: ['POST'], path: /^permissions\/check$/, scopes: [] },
  { methods: ['GET'], path: /^(myself|user|user\/bulk|user\/search|users|users\/search|user\/assignable\/search|user\/picker|groupuserpicker|group\/member)$/, scopes: USER },
  { methods: ['POST'], path: /^expression\/(evaluate|eval|analyse)$/, scopes: [...READ, ...USER] },
  { methods: ['POST'], path: /^(search\/jql|search\/approximate-count|issue\/bulkfetch|changelog\/bulkfetch|jql\/parse|jql\/match|comment\/list)$/, scopes: READ },
  { methods: ['POST', 'PUT', 'DELETE'], path: /^project(\/[^/]+(\/properties\/[^/]+)?)?$/, scopes: PROJECT },
  { methods: ['PUT', 'DELETE'], path: /^project\/[^/]+\/role\/[^/]+$/, scopes: PROJECT },
  { methods: ['POST'], path: /^project\/[^/]+\/role\/[^/]+$/, scopes: CONFIGURATION },
  { methods: ['POST'], path: /^forge\/panel\/action\/bulk\/async$/, scopes: PROJECT },
  { methods: ['GET'], path: /^workflow\/search$/, scopes: PROJECT },
  { methods: ['GET', 'POST', 'PUT', 'DELETE'], path: /^(workflow|workflows|workflowscheme|statuses|role|permissionscheme|issuesecurityschemes|configuration)(\/.*)?$/, scopes: CONFIGURATION },
];

/** Scopes that all must be granted; `method` in capitals, `path` with or without its query. */
export function requiredScopes(method: string, path: string): readonly string[] {
  const below = (path.split('?')[0] ?? '').replace(/^\/rest\/api\/[^/]+\//, '').replace(/\/$/, '');
  const rule = RULES.find((candidate) => candidate.methods.includes(method) && candidate.path.test(below));
  if (rule !== undefined) return rule.scopes;
  return method === 'GET' || method === 'HEAD' ? READ : WRITE;
}
