/** The worker's entry: reads one file of a shared data model, away from the page, so that a hostile file cannot take the page down. */

import { importModel } from './importers/import-model';
import { ImportRefused } from './importers/refusal';
import type { ImportOutcome } from './run-import';

const scope = self as unknown as DedicatedWorkerGlobalScope;

scope.onmessage = ({ data }: MessageEvent<File>) => {
  void read(data).then((outcome) => scope.postMessage(outcome));
};

async function read(file: File): Promise<ImportOutcome> {
  try {
    return { ok: true, report: await importModel(file.name, await file.text()) };
  } catch (error) {
    if (error instanceof ImportRefused) return { ok: false, words: error.message };
    // Parsers of neighbours throw what they like; their own words are the best there are.
    const words = error instanceof Error && error.message !== '' ? error.message.slice(0, 300) : 'It could not be read.';
    return { ok: false, words: `This file could not be read: ${words}` };
  }
}
