/** One preparation at a time: a second one waits, and takes over when the first one is gone. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { at } from './fingerprint.mjs';

const path = at('.cache', 'preparing');

function holder() {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    return error.code === 'EPERM' ? -1 : undefined;
  }
}

/** Runs `work` alone. */
export async function alone(work) {
  mkdirSync(at('.cache'), { recursive: true });
  for (let told = false; ; await sleep(100)) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const pid = holder();
    if (pid === undefined) {
      await sleep(50); // its writer may be between making and filling the file
      if (holder() === undefined) rmSync(path, { force: true });
    } else if (!told) {
      console.log(`Waiting for another preparation (process ${pid}) …`);
      told = true;
    }
  }
  const release = () => rmSync(path, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.removeListener('exit', release);
    release();
  }
}
