/**
 * Ends processes and removes folders that belong to somebody who is gone. Reads lines from standard input
 * (`pid 123`, `gone 123`, `folder /tmp/x`); when the input closes, however its writer ended (also by SIGKILL),
 * it ends what is left: SIGTERM at once, SIGKILL after three seconds.
 */
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

const pids = new Set();
const folders = new Set();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined); // the writer decides

const signalAll = (signal) => {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      pids.delete(pid);
    }
  }
};

for await (const line of createInterface({ input: process.stdin })) {
  const [, kind, value] = /^(\w+) (.+)$/.exec(line) ?? [];
  if (kind === 'pid') pids.add(Number(value));
  if (kind === 'gone') pids.delete(Number(value));
  if (kind === 'folder') folders.add(value);
}
signalAll('SIGTERM');
for (let waited = 0; pids.size > 0 && waited < 3000; waited += 20) {
  await sleep(20);
  signalAll(0);
}
signalAll('SIGKILL');
for (const folder of folders) rmSync(folder, { recursive: true, force: true });
