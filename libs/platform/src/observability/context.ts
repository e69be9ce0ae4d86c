import { AsyncLocalStorage } from 'node:async_hooks';

/** What all log lines and events of one request or job have in common. */
export interface WorkContext {
  readonly correlationId: string;
}

const storage = new AsyncLocalStorage<WorkContext>();

/** Runs `work` so that everything in it shares the correlation id. */
export function inContext<T>(context: WorkContext, work: () => T): T {
  return storage.run(context, work);
}

/** The correlation id of the request or job at hand, if any. */
export function correlationId(): string | undefined {
  return storage.getStore()?.correlationId;
}
