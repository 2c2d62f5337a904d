import * as z from 'zod';
import { toDocument } from './document-text';
import { addImportedLinks, type PendingLink } from './import-links';
import { createImportVocabulary, type ImportVocabulary } from './import-vocabulary';
import { lookUpIssue } from './find-issue';
import { fromJiraInstant, toJiraInstant } from './instant';
import type { Issue } from './issue';
import { writeProperty } from './properties';
import { Refusal } from './refusal';
import type { Site } from './site';
import { nextId, noteId } from './site-tables';

/** What became of an import. */
export interface ImportReport {
  readonly imported: number;
  /** Keys that were here already and were left as they are. */
  readonly present: number;
  /** Lines that could not be taken, with the reason in words. */
  readonly problems: readonly { readonly line: number; readonly reason: string }[];
  /** What was made up or left out, in sentences. */
  readonly notes: readonly string[];
}

const named = z.looseObject({ id: z.coerce.string().optional(), name: z.string().optional() });
const user = z.looseObject({ accountId: z.string().optional(), name: z.string().optional(), key: z.string().optional(), displayName: z.string().optional(), emailAddress: z.string().optional() });
const optional = <T extends z.ZodType>(schema: T) => schema.nullish();

const commentSchema = z.looseObject({
  id: optional(z.coerce.string()), author: optional(user), body: z.unknown().optional(), created: optional(z.string()), updated: optional(z.string()),
  properties: optional(z.array(z.object({ key: z.string(), value: z.unknown() }))),
});

const linkSchema = z.looseObject({
  type: named, inwardIssue: optional(z.looseObject({ key: z.string() })), outwardIssue: optional(z.looseObject({ key: z.string() })),
});

const lineSchema = z.looseObject({
  id: optional(z.coerce.string()),
  key: z.string({ error: 'an issue key such as BUYER-12 is needed' }).regex(/^[A-Z][A-Z0-9_]*-\d+$/, 'is not an issue key such as BUYER-12'),
  fields: z.looseObject({
    summary: optional(z.string()), description: z.unknown().optional(), project: optional(named), issuetype: optional(named), status: optional(named), priority: optional(named),
    resolution: optional(named), resolutiondate: optional(z.string()), reporter: optional(user), assignee: optional(user), creator: optional(user),
    labels: optional(z.array(z.string())), created: optional(z.string()), updated: optional(z.string()), security: optional(named),
    parent: optional(z.looseObject({ key: z.string().optional(), id: z.coerce.string().optional() })),
    comment: optional(z.looseObject({ comments: z.array(commentSchema).default([]) })), issuelinks: optional(z.array(linkSchema)),
  }),
  properties: optional(z.record(z.string(), z.unknown())),
});
type Line = z.infer<typeof lineSchema>;

/** Fields that the site keeps by name; the rest stays in `issue.fields`. */
const NAMED = new Set([
  'summary', 'project', 'issuetype', 'status', 'priority', 'resolution', 'resolutiondate', 'reporter', 'assignee', 'creator', 'labels', 'created',
  'updated', 'security', 'parent', 'comment', 'description', 'subtasks',
]);

interface Run {
  readonly site: Site;
  readonly vocabulary: ImportVocabulary;
  readonly now: string;
  readonly links: PendingLink[];
  readonly parents: { readonly child: string; readonly parent: string }[];
  undated: number;
}

/**
 * Takes issues in Jira's REST JSON: one object, an array, a search result, or one object per line. Projects, types,
 * statuses, people and links that are not here yet appear; a line that cannot be taken is reported and the rest is imported.
 */
export function importIssues(site: Site, text: string): ImportReport {
  const run: Run = { site, vocabulary: createImportVocabulary(site), now: toJiraInstant(Date.now()), links: [], parents: [], undated: 0 };
  const problems: { line: number; reason: string }[] = [];
  let imported = 0;
  let present = 0;
  site.store.transaction(() => {
    for (const { line, read } of splitRecords(text)) {
      try {
        const value = read();
        const parsed = lineSchema.safeParse(value);
        if (!parsed.success) problems.push({ line, reason: explain(parsed.error) });
        else if (lookUpIssue(site.tables, parsed.data.key) !== undefined) present += 1;
        else {
          importOne(run, parsed.data);
          imported += 1;
        }
      } catch (error) {
        if (error instanceof SyntaxError) problems.push({ line, reason: `not JSON (${error.message})` });
        else if (error instanceof Refusal) problems.push({ line, reason: error.message });
        else throw error;
      }
    }
    finishParents(run);
    run.vocabulary.finish();
  });
  const unlinked = site.store.transaction(() => addImportedLinks(site.tables, run.links));
  return { imported, present, problems, notes: notesOf(run, unlinked) };
}

function* splitRecords(text: string): Generator<{ line: number; read: () => unknown }> {
  const whole = wholeJson(text);
  if (whole !== undefined) {
    for (const [at, value] of whole.entries()) yield { line: at + 1, read: () => value };
    return;
  }
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() !== '') yield { line: at + 1, read: () => JSON.parse(line) as unknown };
  }
}

/** The text as one JSON value: an array, a search result, or one issue (perhaps over several lines). */
function wholeJson(text: string): readonly unknown[] | undefined {
  try {
    const value = JSON.parse(text) as unknown;
    if (Array.isArray(value)) return value;
    const issues = (value as { issues?: unknown } | null)?.issues;
    return Array.isArray(issues) ? issues : [value];
  } catch {
    return undefined;
  }
}

function importOne(run: Run, { id, key, fields, properties }: Line): void {
  const { site: { tables }, vocabulary } = run;
  const issueId = id !== undefined && id !== null && /^\d+$/.test(id) && tables.issues.get(id) === undefined ? id : nextId(tables, 'issue');
  noteId(tables, 'issue', issueId);
  const project = vocabulary.project(key, fields.project);
  const typeId = vocabulary.issueType(fields.issuetype, project.id);
  const statusId = vocabulary.status(fields.status, project.id);
  if (fields.created === undefined || fields.created === null) run.undated += 1;
  const created = instant(fields.created) ?? run.now;
  const optionals: Partial<Record<'priorityId' | 'reporterId' | 'assigneeId' | 'creatorId' | 'securityLevelId' | 'resolutionId' | 'resolved', string | undefined>> = {
    priorityId: vocabulary.priority(fields.priority), reporterId: vocabulary.person(fields.reporter), assigneeId: vocabulary.person(fields.assignee),
    creatorId: vocabulary.person(fields.creator), securityLevelId: vocabulary.securityLevel(fields.security, project.id),
    resolutionId: vocabulary.resolution(fields.resolution), resolved: instant(fields.resolutiondate),
  };
  const issue: Issue = {
    id: issueId, key, projectId: project.id, typeId, statusId, summary: fields.summary ?? '(no summary)', created, updated: instant(fields.updated) ?? created,
    ...Object.fromEntries(Object.entries(optionals).filter(([, value]) => value !== undefined)), labels: fields.labels ?? [],
    fields: {
      ...Object.fromEntries(Object.entries(fields).filter(([name, value]) => !NAMED.has(name) && name !== 'issuelinks' && value !== undefined)),
      ...(fields.description === undefined || fields.description === null ? {} : { description: toDocument(fields.description) }),
    },
  };
  tables.issues.put(issueId, issue);
  if (fields.parent?.key !== undefined) run.parents.push({ child: issueId, parent: fields.parent.key });
  for (const comment of fields.comment?.comments ?? []) importComment(run, issue, comment);
  for (const link of fields.issuelinks ?? []) {
    if (link.outwardIssue?.key !== undefined) run.links.push({ type: link.type, inwardKey: key, outwardKey: link.outwardIssue.key });
    if (link.inwardIssue?.key !== undefined) run.links.push({ type: link.type, inwardKey: link.inwardIssue.key, outwardKey: key });
  }
  for (const [name, value] of Object.entries(properties ?? {})) writeProperty(tables, { entity: 'issue', entityId: issueId, key: name, value });
}

function importComment({ site: { tables }, vocabulary, now }: Run, issue: Issue, comment: z.infer<typeof commentSchema>): void {
  const given = comment.id;
  const id = typeof given === 'string' && /^\d+$/.test(given) && tables.comments.get(given) === undefined ? given : nextId(tables, 'comment');
  noteId(tables, 'comment', id);
  const created = instant(comment.created) ?? issue.created ?? now;
  const authorId = vocabulary.person(comment.author);
  tables.comments.put(id, {
    id, issueId: issue.id, body: toDocument(comment.body ?? ''), created, updated: instant(comment.updated) ?? created, ...(authorId === undefined ? {} : { authorId }),
  });
  for (const { key, value } of comment.properties ?? []) writeProperty(tables, { entity: 'comment', entityId: id, key, value });
}

function finishParents({ site: { tables }, parents }: Run): void {
  for (const { child, parent } of parents) {
    const parentId = lookUpIssue(tables, parent)?.id;
    const issue = tables.issues.get(child);
    if (parentId !== undefined && issue !== undefined) tables.issues.put(child, { ...issue, parentId });
  }
}

function instant(text: string | null | undefined): string | undefined {
  const at = text === null || text === undefined ? undefined : fromJiraInstant(text);
  return at === undefined ? undefined : toJiraInstant(at);
}

function notesOf(run: Run, unlinked: number): string[] {
  return [
    ...(run.undated === 0 ? [] : [`${run.undated} tickets have no date of creation; they got the time of this import.`]),
    ...(unlinked === 0 ? [] : [`${unlinked} links point to tickets that are not here; they were left out.`]),
    ...run.vocabulary.notes(),
  ];
}

function explain(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.map(String).join('.') || 'the line'}: ${issue.message}`).join('; ');
}
