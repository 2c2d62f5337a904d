import { defineObject, entityProperties, fromJson, plain } from '../../local/expressions/expression-objects';
import { ExpressionDate, type ExpressionMember, type ExpressionObject } from '../../local/expressions/expression-value';

export interface GivenIssue {
  readonly id?: number;
  readonly key?: string;
  readonly type?: { readonly id: number; readonly name: string };
  readonly created?: string;
  readonly summary?: string;
  readonly labels?: readonly string[];
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** An issue as an expression sees it; ids are numbers, as in Jira. */
export function anIssue(given: GivenIssue = {}): ExpressionObject {
  const { id = 10042, key = 'BUYER-12', type = { id: 10001, name: 'Story' }, created = '2026-12-10T09:00:00.000Z', summary = 'Faster shipping cost', labels = [], properties = {} } = given;
  const members: Record<string, ExpressionMember> = {
    id: plain(id), key: plain(key), summary: plain(summary), labels: plain([...labels]), created: plain(new ExpressionDate(Date.parse(created))),
    issueType: plain(defineObject('IssueType', String(type.id), { id: plain(type.id), name: plain(type.name) })),
    assignee: plain(null), customfield_10104: plain(7), customfield_10101: plain(null),
    config: plain(fromJson({ a: 1 })),
    properties: plain(entityProperties(key, () => Object.keys(properties), (name) => (Object.hasOwn(properties, name) ? properties[name] : undefined))),
  };
  return defineObject('Issue', String(id), members);
}
