import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What the command line asks of the local Jira. */
export interface Options {
  /** 0 takes any free port. */
  readonly port: number;
  readonly dataFolder: string;
  /** Start without the demo. */
  readonly empty: boolean;
  /** Files of issues in Jira's REST JSON. */
  readonly imports: readonly string[];
  /** Milliseconds added to every platform call. */
  readonly latency: number;
  /** Account that the shell acts as until somebody else is chosen. */
  readonly as: string | undefined;
}

export const USAGE = `npm start -- [--port N] [--data DIR] [--empty] [--import FILE]... [--latency MS] [--as ACCOUNT]

  --port N        port to listen on (8484; 0 takes a free one)
  --data DIR      folder that keeps the site (.data/site)
  --empty         start without the demo
  --import FILE   issues in Jira's REST JSON, one object or one per line; may be given several times
  --latency MS    wait this long in every platform call
  --as ACCOUNT    account id or e-mail address the screens act as at first`;

export type ParsedOptions = { readonly ok: true; readonly value: Options } | { readonly ok: false; readonly problem: string };

/** Reads the command line; a problem says what was not understood. */
export function parseOptions(argv: readonly string[]): ParsedOptions {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        port: { type: 'string', default: '8484' }, data: { type: 'string', default: '.data/site' }, empty: { type: 'boolean', default: false },
        import: { type: 'string', multiple: true, default: [] }, latency: { type: 'string', default: '0' }, as: { type: 'string' },
      },
    });
    const port = wholeNumber(values.port, 65_535);
    const latency = wholeNumber(values.latency, 60_000);
    if (port === undefined) return { ok: false, problem: `--port wants a number from 0 to 65535, not "${values.port}".` };
    if (latency === undefined) return { ok: false, problem: `--latency wants milliseconds from 0 to 60000, not "${values.latency}".` };
    return {
      ok: true,
      value: { port, latency, dataFolder: resolve(values.data), empty: values.empty, imports: values.import.map((file) => resolve(file)), as: values.as },
    };
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) };
  }
}

function wholeNumber(text: string, most: number): number | undefined {
  return /^\d+$/.test(text) && Number(text) <= most ? Number(text) : undefined;
}
