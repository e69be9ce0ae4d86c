import { createServer } from 'node:net';

const tried = 20;

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => {
      resolve(false);
    });
    probe.listen(port, host, () => {
      probe.close(() => {
        resolve(true);
      });
    });
  });
}

/** The first port from `from` on that nobody listens on; `from` itself when twenty are taken, so that the start says so. */
export async function firstFreePort(from: number, host: string): Promise<number> {
  for (let port = from; port < from + tried; port += 1) if (await isFree(port, host)) return port;
  return from;
}
