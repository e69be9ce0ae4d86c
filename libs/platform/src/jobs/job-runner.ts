/** Wakes workers and works jobs off: from PostgreSQL alone, or by bull on Redis. */
export interface JobRunner {
  /** Begins to work off all queues that have a handler. */
  start(): Promise<void>;
  /** Takes no more jobs and waits for those at hand. */
  stop(): Promise<void>;
}

/** Injection token of the runner in force. */
export const JOB_RUNNER = Symbol('JOB_RUNNER');

/** A hint of a job: `queue|id|due in milliseconds`. */
export interface JobHint {
  readonly queue: string;
  readonly id: string;
  readonly due: number;
}

/** Reads a hint; undefined for "look at everything". */
export function readJobHint(payload: string): JobHint | undefined {
  const [queue, id, due] = payload.split('|');
  return queue && id && due ? { queue, id, due: Number(due) } : undefined;
}
