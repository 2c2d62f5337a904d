/** Turns one `field operator value` into a test on issues. Throws `JqlRefusal` where Jira would refuse the query. */

import type { Operand, TerminalClause } from '@atlaskit/jql-ast';
import { findField, sortableKey } from './find-field';
import type { JqlField } from './jql-field';
import type { JqlIssue } from './jql-issue';
import { callMomentFunction, readMoment } from './jql-moments';
import type { JqlOptions } from './jql-options';
import { JqlRefusal, refusals } from './jql-refusal';
import { matchText } from './match-text';

export type IssueTest = (issue: JqlIssue) => boolean;

/** The operand, with functions called and EMPTY set apart. */
interface Wanted { readonly values: readonly string[]; readonly empty: boolean }

const OPERATORS: Readonly<Record<JqlField['kind'], readonly string[]>> = {
  choice: ['=', '!=', 'in', 'not in', 'is', 'is not'],
  key: ['=', '!=', 'in', 'not in', '<', '<=', '>', '>='],
  text: ['~', '!~', 'is', 'is not'],
  moment: ['=', '!=', 'in', 'not in', '<', '<=', '>', '>=', 'is', 'is not'],
  number: ['=', '!=', 'in', 'not in', '<', '<=', '>', '>=', 'is', 'is not'],
};

const OPPOSITES: Readonly<Record<string, string>> = {
  '=': '!=', '!=': '=', 'in': 'not in', 'not in': 'in', 'is': 'is not', 'is not': 'is', '~': '!~', '!~': '~', '<': '>=', '>=': '<', '>': '<=', '<=': '>',
};

/** @param negated whether the clause stands under NOT */
export function compileClause(clause: TerminalClause, negated: boolean, options: JqlOptions): IssueTest {
  const field = findField(clause.field, options.aliases);
  if (field === undefined) throw refusals.unknownField(clause.field.value);
  const written = String(clause.operator?.value ?? '').toLowerCase();
  if (/^(was|changed)/.test(written)) throw refusals.notHere(`the operator '${written.toUpperCase()}'`);
  if (!OPERATORS[field.kind].includes(written)) throw refusals.operator(written, field.name);
  const operator = negated ? (OPPOSITES[written] ?? written) : written;
  if (!clause.operand) throw new JqlRefusal(`The field '${field.name}' needs a value.`);
  const wanted = resolve(clause.operand, field, options);
  const isNegative = operator.startsWith('not') || operator.includes('!') || operator === 'is not';
  return isNegative ? excludes(field, operator, wanted, options) : includes(field, operator, wanted, options);
}

function includes(field: JqlField, operator: string, wanted: Wanted, options: JqlOptions): IssueTest {
  const has = oneOf(field, operator, wanted.values, options);
  return (issue) => (wanted.empty && isEmpty(field, issue)) || has(issue);
}

/** As in Jira, `!=` and `not in` find only issues that have a value there. */
function excludes(field: JqlField, operator: string, wanted: Wanted, options: JqlOptions): IssueTest {
  const positive = operator === '!~' ? '~' : '=';
  const has = oneOf(field, positive, wanted.values, options);
  return (issue) => !isEmpty(field, issue) && !has(issue);
}

function isEmpty(field: JqlField, issue: JqlIssue): boolean {
  switch (field.kind) {
    case 'choice': return field.values(issue).length === 0;
    case 'key': return false;
    case 'text': return field.texts(issue).every((text) => text.trim() === '');
    case 'moment': return field.moments(issue).length === 0;
    case 'number': return field.numbers(issue).length === 0;
  }
}

function oneOf(field: JqlField, operator: string, values: readonly string[], options: JqlOptions): IssueTest {
  switch (field.kind) {
    case 'choice': {
      const fold = (text: string) => (field.exact === true ? text : text.toLowerCase());
      const wanted = new Set(values.map(fold));
      return (issue) => field.values(issue).some((names) => names.some((name) => wanted.has(fold(name))));
    }
    case 'key': return compareKeys(operator, values);
    case 'text': return (issue) => values.some((value) => matchText(field.texts(issue), value));
    case 'number': return compareNumbers(operator, values.map((value) => readNumber(value, field.name)), field.numbers);
    case 'moment': return compareNumbers(operator, values.map((value) => readMomentOf(value, field.name, options)), field.moments);
  }
}

function compareKeys(operator: string, values: readonly string[]): IssueTest {
  if (operator === '=' || operator === 'in') {
    const wanted = new Set(values.map((value) => value.toUpperCase()));
    return (issue) => wanted.has(issue.key.toUpperCase()) || wanted.has(issue.id);
  }
  const [wanted = ''] = values.map((value) => value.toUpperCase());
  const project = wanted.split(/-(?=\d+$)/)[0];
  return (issue) => issue.key.startsWith(`${project}-`) && holds(operator, sortableKey(issue.key).localeCompare(sortableKey(wanted), 'en'));
}

function compareNumbers(operator: string, wanted: readonly number[], read: (issue: JqlIssue) => readonly number[]): IssueTest {
  return (issue) => read(issue).some((found) => wanted.some((value) => holds(operator, found - value)));
}

function holds(operator: string, difference: number): boolean {
  switch (operator) {
    case '<': return difference < 0;
    case '<=': return difference <= 0;
    case '>': return difference > 0;
    case '>=': return difference >= 0;
    default: return difference === 0;
  }
}

function readNumber(value: string, field: string): number {
  const found = Number(value);
  if (value.trim() === '' || Number.isNaN(found)) throw new JqlRefusal(`Value '${value}' is invalid for the '${field}' field. Please enter a number.`);
  return found;
}

function readMomentOf(value: string, field: string, options: JqlOptions): number {
  const found = /^\d{10,}$/.test(value) ? Number(value) : readMoment(value, options.now);
  if (found === undefined) {
    throw new JqlRefusal(`Date value '${value}' for field '${field}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.`);
  }
  return found;
}

function resolve(operand: Operand, field: JqlField, options: JqlOptions): Wanted {
  switch (operand.operandType) {
    case 'list': {
      const parts = operand.values.map((value) => resolve(value, field, options));
      return { values: parts.flatMap(({ values }) => values), empty: parts.some(({ empty }) => empty) };
    }
    case 'keyword': return { values: [], empty: true };
    case 'function': return { values: callFunction(operand.function.value, operand.arguments.map(({ value }) => value), field, options), empty: false };
    case 'value': return { values: [checked(operand.value, field, options)], empty: false };
  }
}

function checked(value: string, field: JqlField, options: JqlOptions): string {
  if (field.kind === 'key' && options.valueExists?.('issue', value) === false) throw refusals.unknownIssue(value);
  if (field.kind !== 'choice') return value;
  const isUnknown = field.fixed ? !field.fixed.includes(value.toLowerCase()) : field.lookup !== undefined && options.valueExists?.(field.lookup, value) === false;
  if (isUnknown) throw refusals.unknownValue(value, field.name);
  return value;
}

/** Functions of Jira that this local Jira names but does not have. */
const OTHER_FUNCTIONS = new Set([
  'membersof', 'linkedissues', 'issuehistory', 'watchedissues', 'votedissues', 'opensprints', 'closedsprints', 'futuresprints', 'lastlogin', 'currentlogin',
  'componentsleadbyuser', 'projectsleadbyuser', 'projectswhereuserhaspermission', 'releasedversions', 'unreleasedversions',
  'latestreleasedversion', 'earliestunreleasedversion', 'standardissuetypes', 'subtaskissuetypes', 'updatedby', 'parentepic', 'choiceoption', 'cascadeoption',
]);

function callFunction(name: string, args: readonly string[], field: JqlField, options: JqlOptions): readonly string[] {
  if (field.kind === 'choice' && field.isUser === true && /^currentUser$/i.test(name)) return options.currentUser === undefined ? [] : [options.currentUser];
  if (/^projectsWhereUserHasRole$/i.test(name)) return projectsWithRole(name, args, field, options);
  const moment = callMomentFunction(name, args, options.now);
  if (field.kind === 'moment' && typeof moment === 'number') return [String(moment)];
  if (moment === 'argument') throw new JqlRefusal(`Duration for function '${name}' should have the format (+/-)n(yMwdhm).`);
  if (moment !== undefined || /^currentUser$/i.test(name)) throw refusals.functionForField(name, field.name);
  throw OTHER_FUNCTIONS.has(name.toLowerCase()) ? refusals.notHere(`the JQL function '${name}()'`) : new JqlRefusal(`Unable to find JQL function '${name}()'.`);
}

function projectsWithRole(name: string, args: readonly string[], field: JqlField, options: JqlOptions): readonly string[] {
  if (field.kind !== 'choice' || field.lookup !== 'project') throw refusals.functionForField(name, field.name);
  const [role = ''] = args;
  if (options.projectsWithRole === undefined) throw refusals.notHere(`the JQL function '${name}()'`);
  const projects = options.projectsWithRole(role);
  if (projects === undefined) throw new JqlRefusal(`Function '${name}' could not find a role with name '${role}'.`);
  return projects;
}
