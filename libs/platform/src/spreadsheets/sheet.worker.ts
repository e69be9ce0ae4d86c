import { parentPort, workerData } from 'node:worker_threads';
import { readSheet } from './read-sheet.js';
import type { Sheet, SpreadsheetLimits } from './sheet.js';
import { SpreadsheetRefusal } from './sheet.js';

/** What the thread is started with. */
export interface SheetTask {
  bytes: Uint8Array;
  limits: SpreadsheetLimits;
}

/** What the thread answers, once. */
export type SheetAnswer =
  { sheet: Sheet } | { refusal: { code: SpreadsheetRefusal['code']; params: SpreadsheetRefusal['params'] } };

async function answer({ bytes, limits }: SheetTask): Promise<SheetAnswer> {
  try {
    return { sheet: await readSheet(bytes, limits) };
  } catch (error) {
    if (!(error instanceof SpreadsheetRefusal)) throw error;
    return { refusal: { code: error.code, params: error.params } };
  }
}

parentPort?.postMessage(await answer(workerData as SheetTask));
