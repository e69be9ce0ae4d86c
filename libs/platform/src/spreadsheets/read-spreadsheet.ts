import { Worker } from 'node:worker_threads';
import { DomainError } from '#libs/kernel';
import type { Sheet, SpreadsheetLimits } from './sheet.js';
import { defaultLimits } from './sheet.js';
import type { SheetAnswer, SheetTask } from './sheet.worker.js';

const MEMORY_MB = 512;

/**
 * Reads a CSV or XLSX file in a worker thread with a ceiling on time and memory, so that a hostile file
 * cannot hold up anybody else. Throws DomainError `platform/spreadsheet-…`, each with its remedy.
 */
export async function readSpreadsheet(
  bytes: Uint8Array,
  limits: SpreadsheetLimits = defaultLimits,
): Promise<Sheet> {
  const task: SheetTask = { bytes, limits };
  const worker = startWorker(task);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new DomainError('platform/spreadsheet-too-slow'));
    }, limits.milliseconds);
  });
  try {
    const answer = await Promise.race([answerOf(worker), late]);
    if ('refusal' in answer) throw new DomainError(answer.refusal.code, answer.refusal.params);
    return answer.sheet;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

function answerOf(worker: Worker): Promise<SheetAnswer> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', (error: NodeJS.ErrnoException) => {
      const outOfMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      reject(outOfMemory ? new DomainError('platform/spreadsheet-unpacked-too-large') : error);
    });
    worker.once('exit', (code) => {
      reject(new Error(`spreadsheet thread ended with ${String(code)} before it answered`));
    });
  });
}

/** Compiled, the worker is the .js beside this file; from source (specs), the .ts with a loader. */
function startWorker(task: SheetTask): Worker {
  const fromSource = import.meta.url.endsWith('.ts');
  const url = new URL(fromSource ? './sheet.worker.ts' : './sheet.worker.js', import.meta.url);
  const loader = new URL('./typescript-source.mjs', import.meta.url).href;
  return new Worker(url, {
    workerData: task,
    execArgv: fromSource ? ['--no-warnings', '--import', loader] : [],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    env: {},
  });
}
