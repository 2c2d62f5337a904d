/** Reads a file of a shared data model in a worker that is ended when it takes too long. Nothing is fetched, nothing is sent. */

import { MOST_CHARACTERS, type ImportReport } from '../../src/domain/model/shared-model';

export type ImportOutcome = { readonly ok: true; readonly report: ImportReport } | { readonly ok: false; readonly words: string };

/** Milliseconds after which a file is given up. */
export const IMPORT_PATIENCE = 10_000;
/** A character of UTF-8 takes at most four bytes: a larger file has more characters than are taken, and need not be read to know it. */
const MOST_BYTES = MOST_CHARACTERS * 4;

function openWorker(): Worker {
  return new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
}

/** Never rejects: a hostile or broken file is refused in words. Undefined when `signal` ended it. */
export function runImport(file: File, signal: AbortSignal, patience = IMPORT_PATIENCE): Promise<ImportOutcome | undefined> {
  if (file.size > MOST_BYTES) return Promise.resolve({ ok: false, words: `This file has ${String(Math.round(file.size / 1_000_000))} MB. Split it, or export only the part that teams share.` });
  return new Promise((resolve) => {
    const worker = openWorker();
    const end = (outcome: ImportOutcome | undefined): void => {
      clearTimeout(timer);
      worker.terminate();
      signal.removeEventListener('abort', cancel);
      resolve(outcome);
    };
    const cancel = (): void => end(undefined);
    const timer = setTimeout(() => end({ ok: false, words: `This file took longer than ${String(patience / 1000)} seconds to read and was given up. Export only the part that teams share.` }), patience);
    signal.addEventListener('abort', cancel);
    worker.onmessage = ({ data }: MessageEvent<ImportOutcome>) => end(data);
    worker.onerror = (event) => {
      event.preventDefault();
      end({ ok: false, words: 'This file was too much to read: the part of the page that reads it ended. Export only the part that teams share.' });
    };
    worker.postMessage(file);
  });
}
