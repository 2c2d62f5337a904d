import { parseJql } from '../../local/jql/parse-jql';
import { anIssue, find, options } from './given-issues';

const ME = { accountId: 'me', displayName: 'Mia Engel' };
const OTHER = { accountId: 'other', displayName: 'Otto Thern' };

const ISSUES = [
  anIssue('BUYER-1', { assignee: ME, labels: ['europe', 'checkout'], priority: { id: '1', name: 'Highest', rank: 1 }, summary: 'Faster shipping cost at checkout' }),
  anIssue('BUYER-2', { assignee: OTHER, labels: ['europe'], status: { id: '2', name: 'In Progress', category: 'indeterminate' }, created: Date.parse('2026-11-20T09:00:00Z') }),
  anIssue('BUYER-12', {
    issueType: { id: '11', name: 'Bug', subtask: false }, status: { id: '3', name: 'Closed', category: 'done' }, resolution: { id: '1', name: 'Fixed' }, dueDate: '2026-12-31',
    description: 'The address is lost when the buyer reloads.', components: [{ id: '7', name: 'Profiles' }], created: Date.parse('2025-12-01T09:00:00Z'),
  }),
  anIssue('CART-3', { parent: { id: '20001', key: 'BUYER-1' }, security: { id: '4', name: 'Legal' }, priority: null, summary: 'Cart keeps fewer fields', created: Date.parse('2026-12-10T09:00:00Z') }),
];

test.each<[string, readonly string[]]>([
  ['project = BUYER order by key', ['BUYER-1', 'BUYER-2', 'BUYER-12']],
  ['project = "shopping cart"', ['CART-3']],
  ['project in (10001, CART) and not project = CART order by key desc', ['BUYER-12', 'BUYER-2', 'BUYER-1']],
  ['issuetype = bug', ['BUYER-12']],
  ['type in (10)', ['CART-3', 'BUYER-1', 'BUYER-2']],
  ['status = "In Progress"', ['BUYER-2']],
  ['statusCategory != Done order by key', ['BUYER-1', 'BUYER-2', 'CART-3']],
  ['statusCategory in (new, done) AND project = BUYER order by key', ['BUYER-1', 'BUYER-12']],
  ['assignee = currentUser()', ['BUYER-1']],
  ['assignee in (currentUser(), other) order by key', ['BUYER-1', 'BUYER-2']],
  ['assignee is EMPTY order by key', ['BUYER-12', 'CART-3']],
  ['assignee != me', ['BUYER-2']],
  ['not assignee = me', ['BUYER-2']],
  ['assignee in (me, EMPTY) order by key', ['BUYER-1', 'BUYER-12', 'CART-3']],
  ['assignee = "Otto Thern"', ['BUYER-2']],
  ['labels = checkout', ['BUYER-1']],
  ['labels != checkout', ['BUYER-2']],
  ['labels in (europe) order by key', ['BUYER-1', 'BUYER-2']],
  ['labels is empty order by key', ['BUYER-12', 'CART-3']],
  ['component = profiles', ['BUYER-12']],
  ['components is not empty', ['BUYER-12']],
  ['parent = BUYER-1', ['CART-3']],
  ['parent is empty and resolution = Fixed', ['BUYER-12']],
  ['key in (buyer-2, 20012) order by key', ['BUYER-2', 'BUYER-12']],
  ['key > BUYER-1 order by key', ['BUYER-2', 'BUYER-12']],
  ['id = 20003', ['CART-3']],
  ['level = Legal', ['CART-3']],
  ['summary ~ shipping order by key', ['BUYER-1', 'BUYER-2', 'BUYER-12']],
  ['summary ~ "check* faster"', ['BUYER-1']],
  ['summary ~ "\\"shipping cost at\\""', ['BUYER-1']],
  ['summary ~ "\\"cost shipping\\""', []],
  ['text ~ address', ['BUYER-12']],
  ['text !~ shipping', ['CART-3']],
  ['description is not EMPTY', ['BUYER-12']],
  ['created >= -14d order by key', ['BUYER-1', 'CART-3']],
  ['created < "2026-01-01"', ['BUYER-12']],
  ['created >= startOfDay()', ['CART-3']],
  ['created >= startOfMonth() and created < startOfDay(-1)', ['BUYER-1']],
  ['created >= startOfMonth(-1) and created <= endOfMonth("-1M")', ['BUYER-2']],
  ['created <= endOfMonth(-1) and created > endOfMonth("-2") order by key', ['BUYER-2']],
  ['created > endOfDay("-1d")', ['CART-3']],
  ['created >= startOfYear(-1) and created <= endOfYear(-1)', ['BUYER-12']],
  ['due <= "2026/12/31 10:00"', ['BUYER-12']],
  ['not (project = BUYER or created < now())', []],
  ['project = BUYER and (labels = checkout or status = Closed) order by key', ['BUYER-1', 'BUYER-12']],
  ['order by priority desc, key', ['CART-3', 'BUYER-1', 'BUYER-2', 'BUYER-12']],
  ['order by assignee', ['BUYER-1', 'BUYER-2', 'CART-3', 'BUYER-12']],
  ['', ['CART-3', 'BUYER-1', 'BUYER-2', 'BUYER-12']],
])('%s', (query, keys) => {
  expect(find(query, ISSUES)).toEqual(keys);
});

test('an anonymous caller is nobody\'s assignee', () => {
  expect(find('assignee = currentUser()', ISSUES, { currentUser: undefined })).toEqual([]);
});

describe('the app\'s properties', () => {
  const withIndex = (key: string, index: unknown) => anIssue(key, { properties: { 'product-context': { index } } });
  const issues = [
    withIndex('BUYER-1', { grade: 'bronze', missing: ['past', 'meter'], worthHigh: 7e6, reviewDue: '2026-12-05' }),
    withIndex('BUYER-2', { grade: 'silver', missing: ['effort'], worthHigh: 2e6 }),
    withIndex('BUYER-3', { grade: 'Bronze', missing: 'meter', worthHigh: '7000000', reviewDue: '2027-02-01' }),
    anIssue('BUYER-4'),
    anIssue('BUYER-5', { properties: { 'product-context': 'not a record' } }),
  ];

  test.each<[string, readonly string[]]>([
    ['productContextGrade = bronze', ['BUYER-1']],
    ['productContextGrade = bronze AND productContextMissing = meter', ['BUYER-1']],
    ['productContextMissing in (meter, effort) order by key', ['BUYER-1', 'BUYER-2', 'BUYER-3']],
    ['productContextMissing != meter', ['BUYER-2']],
    ['productContextGrade is EMPTY order by key', ['BUYER-4', 'BUYER-5']],
    ['productContextGrade not in (bronze, Bronze)', ['BUYER-2']],
    ['productContextWorth > 1000000 order by productContextWorth', ['BUYER-2', 'BUYER-1']],
    ['productContextWorth = 7000000', ['BUYER-1']],
    ['productContextReviewDue <= now()', ['BUYER-1']],
    ["issue.property['product-context'].index.grade = silver", ['BUYER-2']],
    ['productContextWorth is not EMPTY order by productContextWorth desc', ['BUYER-1', 'BUYER-2']],
  ])('%s', (query, keys) => {
    expect(find(query, issues)).toEqual(keys);
  });

  test.each<[string, string]>([
    ['productContextGrade ~ bronze', "The operator '~' is not supported by the 'productContextGrade' field."],
    ['productContextGrade > bronze', "The operator '>' is not supported by the 'productContextGrade' field."],
    ['order by productContextGrade', "Not able to sort using field 'productContextGrade'."],
    ['productContextWorth > much', "Value 'much' is invalid for the 'productContextWorth' field. Please enter a number."],
    ["issue.property['product-context'].value.worth = 1", "Field 'issue.property' does not exist or you do not have permission to view it."],
  ])('%s is refused', (query, words) => {
    expect(find(query, issues)).toEqual([words]);
  });

  test('names of JavaScript are not paths', () => {
    const aliases = [{ alias: 'odd', propertyKey: 'product-context', path: 'constructor.name', type: 'string' as const }];
    expect(find('odd is not EMPTY', issues, { aliases })).toEqual([]);
  });
});

describe('what Jira refuses', () => {
  test.each<[string, readonly string[]]>([
    ['sprint = 1', ["Field 'sprint' does not exist or you do not have permission to view it."]],
    ['sprint = 1 or owner = 2 order by rank', ["Field 'sprint' does not exist or you do not have permission to view it.", "Field 'owner' does not exist or you do not have permission to view it.", "Field 'rank' does not exist or you do not have permission to view it."]],
    ['assignee = nobody()', ["Unable to find JQL function 'nobody()'."]],
    ['assignee in membersOf(team)', ["This local Jira does not have the JQL function 'membersOf()'."]],
    ['created > currentUser()', ["A value provided by the function 'currentUser' is invalid for the field 'created'."]],
    ['project = now()', ["A value provided by the function 'now' is invalid for the field 'project'."]],
    ['created > startOfDay(soon)', ["Duration for function 'startOfDay' should have the format (+/-)n(yMwdhm)."]],
    ['created > soon', ["Date value 'soon' for field 'created' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'."]],
    ['created > "2026-02-30"', ["Date value '2026-02-30' for field 'created' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'."]],
    ['status ~ open', ["The operator '~' is not supported by the 'status' field."]],
    ['summary = x', ["The operator '=' is not supported by the 'summary' field."]],
    ['assignee is me', ["Error in the JQL Query: mismatched input 'me' expecting EMPTY."]],
    ['statusCategory = Doing', ["The value 'Doing' does not exist for the field 'statusCategory'."]],
    ['status changed', ["This local Jira does not have the operator 'CHANGED'."]],
    ['status was Done', ["This local Jira does not have the operator 'WAS'."]],
    ['order by labels', ["Not able to sort using field 'labels'."]],
    ['project = ', ["Error in the JQL Query: mismatched input '<EOF>' expecting {EMPTY, POSNUMBER, NEGNUMBER, STRING, QUOTE_STRING, SQUOTE_STRING}."]],
  ])('%s', (query, errors) => {
    expect(find(query, ISSUES)).toEqual(errors);
  });

  test('values that the site does not know', () => {
    const valueExists = (field: string, value: string) => field === 'project' ? value === 'BUYER' : field !== 'issue';
    expect(find('project in (BUYER, NOPE) or key = NOPE-1', ISSUES, { valueExists })).toEqual([
      "The value 'NOPE' does not exist for the field 'project'.", "An issue with key 'NOPE-1' does not exist for field 'issuekey'.",
    ]);
  });
});

test('a query without a restriction is marked unbounded', () => {
  const isBounded = (query: string) => {
    const parsed = parseJql(query, options());
    return parsed.ok && parsed.query.bounded;
  };
  expect([isBounded(''), isBounded('order by created'), isBounded('project = BUYER')]).toEqual([false, false, true]);
});
