/** A Redis for one test run, without files. */
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { startChild } from '../children.mjs';
import { freePort } from './postgres.mjs';

/** Whether something answers PING (or asks for a password, which is Redis too) at the address. */
export function answers(url) {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    const socket = connect({ host: hostname, port: Number(port || 6379) });
    const done = (result) => {
      socket.destroy();
      resolve(result);
    };
    socket.setTimeout(2000, () => done(false));
    socket.once('error', () => done(false));
    socket.once('connect', () => socket.write('PING\r\n'));
    socket.once('data', (text) => done(/^(\+PONG|-NOAUTH)/.test(text.toString())));
  });
}

/** Starts the program on a free port; answers its address. */
export async function startRedis(program) {
  const port = await freePort();
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const child = startChild(program, options, { stdio: 'ignore', detached: true, cwd: '/' });
  child.unref();
  const url = `redis://127.0.0.1:${port}`;
  for (let waited = 0; !(await answers(url)); waited += 20) {
    if (child.exitCode !== null || waited > 20_000)
      throw new Error(`${program} did not start on port ${port}`);
    await sleep(20);
  }
  return { url, stop: async () => void child.kill('SIGTERM') };
}
