/** Text to values, with bounds: JSON or YAML, never deeper or longer than a model can be. */

import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { MOST_CHARACTERS } from '../../../src/domain/model/shared-model';
import { ImportRefused } from './refusal';

/** Nesting that no schema written by people reaches. */
const MOST_NESTING = 500;
/** The YAML parser takes about a second for a million characters. */
const MOST_YAML = 2_000_000;
/** Values of a YAML file with those that its aliases stand for. */
const MOST_VALUES = 1_000_000;

/** Parses JSON, or YAML unless the file's name says JSON; refuses in words what is too large, too deep or broken. */
export function readStructured(text: string, isJson: boolean): unknown {
  if (text.length > MOST_CHARACTERS) throw new ImportRefused(tooLong(text.length, MOST_CHARACTERS));
  if (!isJson && !/^\s*[[{]/.test(text)) return readYaml(text);
  checkNesting(text);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // YAML may begin with a brace, too.
    if (!isJson) return readYaml(text);
    throw new ImportRefused(`This is not valid JSON: ${error.message}. Correct the file and choose it again.`);
  }
}

function readYaml(text: string): unknown {
  if (text.length > MOST_YAML) throw new ImportRefused(`${tooLong(text.length, MOST_YAML)} Saved as JSON, a model may be ten times as long.`);
  const lines = new LineCounter();
  // The parser compares every key with every other; here each is looked up.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: true, uniqueKeys: false });
  const [error] = document.errors;
  const refuse = (at: number, why: string): ImportRefused => new ImportRefused(`Line ${lines.linePos(at).line} is not valid YAML: ${why}. Correct the file and choose it again.`);
  // The parser runs out of stack without a word of its own.
  if (error?.message.includes('call stack') === true) throw new ImportRefused(tooDeep());
  if (error !== undefined) throw refuse(error.pos[0], (error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, ''));
  return valuesOf(document.contents, refuse);
}

/** Aliases stand for the value of their anchor, which is shared and not copied; all that a reader would meet is counted. */
function valuesOf(contents: unknown, refuse: (at: number, why: string) => ImportRefused): unknown {
  const anchors = new Map<string, { readonly value: unknown; readonly size: number }>();
  let counted = 0;
  const count = (size: number): void => {
    counted += size;
    if (counted > MOST_VALUES) throw new ImportRefused('The aliases of this YAML file multiply into more than anybody could have written. Write the parts out and choose it again.');
  };
  const valueOf = (node: unknown, depth: number): unknown => {
    if (depth > MOST_NESTING) throw new ImportRefused(tooDeep());
    if (isAlias(node)) {
      const known = anchors.get(node.source);
      if (known === undefined) throw refuse(node.range?.[0] ?? 0, `the alias *${node.source} stands for nothing before it`);
      count(known.size);
      return known.value;
    }
    const before = counted;
    count(1);
    let value: unknown = null;
    if (isScalar(node)) value = node.value;
    else if (isSeq(node)) value = node.items.map((item) => valueOf(item, depth + 1));
    else if (isMap(node)) {
      const entries = new Map<string, unknown>();
      for (const { key, value: one } of node.items) {
        const name = String(isScalar(key) ? key.value : valueOf(key, depth + 1));
        if (entries.has(name)) throw refuse(isScalar(key) ? (key.range?.[0] ?? 0) : (node.range?.[0] ?? 0), `the key "${name.slice(0, 60)}" is there twice`);
        entries.set(name, valueOf(one, depth + 1));
      }
      value = Object.fromEntries(entries);
    }
    const { anchor } = (node ?? {}) as { anchor?: string };
    if (anchor !== undefined) anchors.set(anchor, { value, size: counted - before });
    return value;
  };
  return valueOf(contents, 0);
}

/** JSON.parse recurses: nesting is counted before it runs out of stack. */
function checkNesting(text: string): void {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === 0x5c) at++;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x7b || code === 0x5b) {
      if (++depth > MOST_NESTING) throw new ImportRefused(tooDeep());
    } else if (code === 0x7d || code === 0x5d) depth--;
  }
}

function tooDeep(): string {
  return `This file is nested more than ${MOST_NESTING} levels deep: no data model is. Nothing was imported.`;
}

function tooLong(length: number, most: number): string {
  const millions = (value: number) => Math.round(value / 100_000) / 10;
  return `This file has ${millions(length)} million characters; at most ${millions(most)} million are read. Split it, or export only the part that teams share.`;
}
