/**
 * Brings what is derived in the demo's tickets up to date: the index of every record and the hash of every acceptance. Run it
 * after a change of the criteria or of the hash: `npx tsx scripts/stamp-demo.ts`. A record copied from another ticket keeps that
 * ticket's index, as a clone does.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMENT_PROPERTY, CONTEXT_PROPERTY, SETTINGS_PROPERTY } from '../src/contract/limits';
import { readStoredContext } from '../src/contract/record';
import { readStoredSettings } from '../src/contract/settings';
import { contentHash } from '../src/domain/context/content-hash';
import { deriveIndex } from '../src/domain/context/derive-index';
import type { ProductContext } from '../src/domain/context/product-context';
import type { ProjectSettings } from '../src/domain/context/settings';

const DATA = join(import.meta.dirname, '..', 'local', 'demo', 'data');

interface DemoComment {
  readonly id?: string;
  readonly properties?: { readonly key: string; readonly value: unknown }[];
}
interface DemoTicket {
  readonly id: string;
  readonly key: string;
  readonly fields: { readonly comment?: { readonly comments: DemoComment[] } };
  readonly properties?: Record<string, unknown>;
}

function readSettings(): ProjectSettings {
  const site = JSON.parse(readFileSync(join(DATA, 'site.json'), 'utf8')) as { projects: { properties?: Record<string, unknown> }[] };
  const stored = readStoredSettings(site.projects.map(({ properties }) => properties?.[SETTINGS_PROPERTY]).find((found) => found !== undefined));
  if (stored.state !== 'read') throw new Error(`The demo's settings do not read: ${JSON.stringify(stored)}`);
  return stored.settings;
}

function withoutIndex(stored: unknown): unknown {
  const { index: _index, ...rest } = stored as Record<string, unknown>;
  return rest;
}

function markComment(comment: DemoComment, { accepted, bypass }: ProductContext, hash: string): DemoComment {
  if (comment.id === undefined) return comment;
  if (comment.id === accepted?.comment) return { ...comment, properties: [{ key: COMMENT_PROPERTY, value: { kind: 'accepted', hash } }] };
  if (comment.id === bypass?.comment) return { ...comment, properties: [{ key: COMMENT_PROPERTY, value: { kind: 'bypass', hash } }] };
  return comment;
}

function stamp(ticket: DemoTicket, settings: ProjectSettings): DemoTicket {
  const written = ticket.properties?.[CONTEXT_PROPERTY];
  if (written === undefined) return ticket;
  const stored = readStoredContext(withoutIndex(written));
  if (stored.state !== 'read') throw new Error(`${ticket.key}: ${JSON.stringify(stored)}`);
  const hash = contentHash(stored.record);
  const { accepted, bypass, ...content } = stored.record;
  const record: ProductContext = {
    ...content, ...(accepted === undefined ? {} : { accepted: { ...accepted, hash } }), ...(bypass === undefined ? {} : { bypass: { ...bypass, hash } }),
  };
  const owner = (written as { index?: { issue?: number } }).index?.issue ?? Number(ticket.id);
  const comments = ticket.fields.comment?.comments.map((comment) => markComment(comment, record, hash));
  return {
    ...ticket,
    fields: comments === undefined ? ticket.fields : { ...ticket.fields, comment: { comments } },
    properties: { ...ticket.properties, [CONTEXT_PROPERTY]: { ...record, index: deriveIndex(record, settings, owner) } },
  };
}

const settings = readSettings();
const file = process.argv[2] ?? join(DATA, 'tickets.jsonl');
const lines = readFileSync(file, 'utf8').trim().split('\n');
writeFileSync(file, `${lines.map((line) => JSON.stringify(stamp(JSON.parse(line) as DemoTicket, settings))).join('\n')}\n`);
console.log(`${lines.length} tickets stamped`);
