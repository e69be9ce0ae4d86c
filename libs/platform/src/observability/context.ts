import { AsyncLocalStorage } from 'node:async_hooks';

/** Whose request is at hand, and the key that makes it happen once only. */
interface RequestKey {
  readonly personId: string;
  readonly key: string;
}

/** What all log lines and events of one request or job have in common. */
export interface WorkContext {
  readonly correlationId: string;
  requestKey?: RequestKey;
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

/** From here on what is written is written for a request that must not happen twice. */
export function actForRequest(requestKey: RequestKey): void {
  const context = storage.getStore();
  if (context !== undefined) context.requestKey = requestKey;
}

/** The key of the request at hand, if it has one. */
export function requestKeyAtHand(): RequestKey | undefined {
  return storage.getStore()?.requestKey;
}
