/** Starts the local Jira as its users do, in a process of its own. */

import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '../../local/meter/faults';
import { aFolder } from './a-folder';

const ROOT = join(__dirname, '..', '..');

/** Jira's answer to a request of the driver. */
export interface JiraReply {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON, the text where it is none, undefined when empty. */
  readonly body: unknown;
}

export interface LocalJira {
  /** Shell and REST, `http://localhost:PORT`. */
  readonly url: string;
  /** The app's pages, `http://127.0.0.1:PORT`. */
  readonly appUrl: string;
  /** Folder with the data; give it to the next start to find the same site again. */
  readonly dataFolder: string;
  /** What the process has printed so far, both streams. */
  output(): string;
  /** One request as this account (Basic authentication); `undefined` sends no credentials. */
  rest(as: string | undefined, method: string, path: string, body?: unknown): Promise<JiraReply>;
  /** Lets what matches go wrong as often as it says; a page that is being closed may take some of the times. */
  planFault(fault: Partial<Fault> & Pick<Fault, 'match'>): Promise<void>;
  /** Nothing goes wrong any more. */
  clearFaults(): Promise<void>;
  /** Ends the process in good order and removes the data folder unless it was given. */
  stop(): Promise<void>;
  /** Kills the process as a power cut would; the data stays. */
  kill9(): Promise<void>;
}

export interface StartOptions {
  /** Further arguments of the command line. */
  readonly args?: readonly string[];
  /** Data folder to use again; without it a new one that `stop` removes. */
  readonly dataFolder?: string;
}

/** Resolves once the local Jira listens on a free port; rejects with what it printed if it ends before. */
export async function startLocalJira({ args = [], dataFolder }: StartOptions = {}): Promise<LocalJira> {
  const folder = dataFolder ?? aFolder('local-jira');
  const child = spawn(process.execPath, [join(ROOT, 'build/local/main.cjs'), '--port', '0', '--data', folder, ...args], { cwd: ROOT });
  let printed = '';
  child.stdout.on('data', (part: Buffer) => { printed += part.toString(); });
  child.stderr.on('data', (part: Buffer) => { printed += part.toString(); });
  const url = await readUrl(child, () => printed);
  return {
    url, appUrl: url.replace('localhost', '127.0.0.1'), dataFolder: folder, output: () => printed,
    rest: (as, method, path, body) => ask(url, as, method, path, body),
    planFault: (fault) => control(url, 'POST', 'faults', fault),
    clearFaults: () => control(url, 'DELETE', 'faults'),
    stop: async () => {
      await end(child, 'SIGTERM');
      if (dataFolder === undefined) rmSync(folder, { recursive: true, force: true });
    },
    kill9: () => end(child, 'SIGKILL'),
  };
}

async function ask(url: string, as: string | undefined, method: string, path: string, body: unknown): Promise<JiraReply> {
  const response = await fetch(url + path, {
    method, redirect: 'manual',
    headers: {
      ...(as === undefined ? {} : { authorization: `Basic ${Buffer.from(`${as}:token`).toString('base64')}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: parse(text) };
}

async function control(url: string, method: string, what: string, body?: unknown): Promise<void> {
  const { status, body: said } = await ask(url, undefined, method, `/local/api/${what}`, body);
  if (status >= 300) throw new Error(`${method} ${what}: ${String(status)} ${JSON.stringify(said)}`);
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function readUrl(child: ChildProcess, printed: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const url = /local Jira: (http:\/\/localhost:\d+)/.exec(printed())?.[1];
      if (url !== undefined) resolve(url);
    };
    child.stdout?.on('data', look);
    child.once('exit', (code) => { reject(new Error(`The local Jira ended with ${String(code)} before it listened:\n${printed()}`)); });
  });
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve();
      return;
    }
    child.once('exit', () => { resolve(); });
    child.kill(signal);
  });
}
