/**
 * Ends processes and removes folders that belong to somebody who is gone. Reads lines from standard input
 * (`pid 123 SIGTERM`, `gone 123`, `folder /tmp/x`); when the input closes, however its writer ended (also by SIGKILL),
 * it ends what is left: by the signal named at once, by SIGKILL after three seconds.
 */
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

const pids = new Map();
const folders = new Set();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined); // the writer decides

const signalAll = (chosen) => {
  for (const [pid, gently] of pids) {
    try {
      process.kill(pid, chosen ?? gently);
    } catch {
      pids.delete(pid);
    }
  }
};

for await (const line of createInterface({ input: process.stdin })) {
  const [, kind, value] = /^(\w+) (.+)$/.exec(line) ?? [];
  if (kind === 'pid') pids.set(Number(value.split(' ')[0]), value.split(' ')[1]);
  if (kind === 'gone') pids.delete(Number(value));
  if (kind === 'folder') folders.add(value);
}
signalAll();
for (let waited = 0; pids.size > 0 && waited < 3000; waited += 20) {
  await sleep(20);
  signalAll(0);
}
signalAll('SIGKILL');
for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
