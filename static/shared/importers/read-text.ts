/** Text to values, with bounds: JSON or YAML, never deeper or longer than a model can be. */

import { LineCounter, parseDocument } from 'yaml';
import { MOST_CHARACTERS } from '../../../src/domain/model/shared-model';
import { ImportRefused } from './refusal';

/** Nesting that no schema written by people reaches. */
const MOST_NESTING = 500;
/** YAML is parsed slower than JSON and can grow by its aliases: less of it is taken. */
const MOST_YAML = 5_000_000;
const MOST_ALIASES = 200;

/** Parses JSON, or YAML where it is not JSON; refuses in words what is too large, too deep or broken. */
export function readStructured(text: string): unknown {
  if (text.length > MOST_CHARACTERS) throw new ImportRefused(tooLong(text.length, MOST_CHARACTERS));
  if (/^\s*[[{]/.test(text)) {
    checkNesting(text);
    try {
      return JSON.parse(text) as unknown;
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      throw new ImportRefused(`This is not valid JSON: ${error.message}. Correct the file and choose it again.`);
    }
  }
  return readYaml(text);
}

function readYaml(text: string): unknown {
  if (text.length > MOST_YAML) throw new ImportRefused(tooLong(text.length, MOST_YAML));
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: true });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line } = lines.linePos(error.pos[0]);
    throw new ImportRefused(`Line ${line} is not valid YAML: ${error.message.split('\n')[0] ?? ''}. Correct the file and choose it again.`);
  }
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES }) as unknown;
  } catch (error) {
    if (error instanceof ReferenceError) throw new ImportRefused('The aliases of this YAML file multiply into more than anybody could have written. Write the parts out and choose it again.');
    throw error;
  }
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
      if (++depth > MOST_NESTING) throw new ImportRefused(`This file is nested more than ${MOST_NESTING} levels deep: no data model is. Nothing was imported.`);
    } else if (code === 0x7d || code === 0x5d) depth--;
  }
}

function tooLong(length: number, most: number): string {
  const millions = (value: number) => Math.round(value / 100_000) / 10;
  return `This file has ${millions(length)} million characters; at most ${millions(most)} million are read. Split it, or export only the part that teams share.`;
}
