import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { outgoingFetch, sendOutgoing } from './outgoing-request.js';

const rules = { allowLoopback: true };

describe('a call to an address outside', () => {
  const servers: { close: () => unknown }[] = [];
  const listen = async (answer: RequestListener): Promise<string> => {
    const server: Server = createServer(answer);
    servers.push({ close: () => (server.closeAllConnections(), server.close()) });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  };
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });

  it('brings the answer back', async () => {
    const url = await listen((request, response) => {
      response.setHeader('x-method', request.method ?? '');
      request.pipe(response);
    });
    const answer = await sendOutgoing({ url: `${url}/a`, body: 'hej', headers: { 'x-a': '1' } }, rules);
    expect([answer.status, answer.body.toString(), answer.headers.get('x-method'), answer.isCut]).toEqual([
      200,
      'hej',
      'POST',
      false,
    ]);
  });

  it('connects to the address that was checked, not to what the name means later', async () => {
    const hosts: (string | undefined)[] = [];
    const url = await listen((request, response) => {
      hosts.push(request.headers.host);
      response.end();
    });
    const { port } = new URL(url);
    const asked: string[] = [];
    const resolve = (host: string) => {
      asked.push(host);
      // Asked again, the name would lead elsewhere; the connection would fail.
      return Promise.resolve([{ address: asked.length === 1 ? '127.0.0.1' : '127.99.99.99', family: 4 }]);
    };
    // Without TLS only the machine's own name is allowed, so the name under test is its.
    const answer = await sendOutgoing({ url: `http://localhost:${port}/` }, rules, resolve);
    expect(answer.status).toBe(200);
    expect(asked).toEqual(['localhost']);
    expect(hosts).toEqual([`localhost:${port}`]);
  });

  it('follows no redirect', async () => {
    let inside = 0;
    const secret = await listen((_, response) => {
      inside += 1;
      response.end('secret');
    });
    const url = await listen((_, response) => {
      response.writeHead(302, { location: secret }).end();
    });
    expect((await sendOutgoing({ url }, rules)).status).toBe(302);
    expect(inside).toBe(0);
  });

  it('reads no more than it must', async () => {
    const url = await listen((_, response) => {
      const more = (): void => {
        while (response.write('x'.repeat(10_000)));
        response.once('drain', more);
      };
      more();
    });
    const answer = await sendOutgoing({ url, mostBytes: 1000 }, rules);
    expect([answer.body.length, answer.isCut]).toEqual([1000, true]);
  });

  it('gives up a side that never ends, says nothing, or is not there', async () => {
    const dripping = await listen((_, response) => {
      const drip = setInterval(() => response.write('.'), 20);
      response.on('close', () => {
        clearInterval(drip);
      });
    });
    const silent = createTcpServer();
    servers.push(silent);
    await new Promise<void>((ready) => silent.listen(0, '127.0.0.1', ready));
    const mute = `http://127.0.0.1:${String((silent.address() as AddressInfo).port)}`;
    for (const url of [dripping, mute])
      await expect(sendOutgoing({ url, timeoutMs: 150 }, rules)).rejects.toMatchObject({ fault: 'timeout' });
    await expect(sendOutgoing({ url: 'http://127.0.0.1:9/' }, rules)).rejects.toMatchObject({
      fault: 'unreachable',
    });
  });

  it('is not talked into plain text by a server without TLS', async () => {
    const url = await listen((_, response) => response.end());
    await expect(sendOutgoing({ url: url.replace('http:', 'https:') }, rules)).rejects.toMatchObject({
      fault: 'tls',
    });
  });

  it('serves libraries as fetch', async () => {
    const url = await listen((request, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ method: request.method, accept: request.headers.accept }));
    });
    const response = await outgoingFetch(rules)(url, { headers: { accept: 'application/json' } });
    expect(await response.json()).toEqual({ method: 'GET', accept: 'application/json' });
    await expect(outgoingFetch({ allowLoopback: false })(url)).rejects.toMatchObject({
      code: 'outgoing/internal-address',
    });
  });
});
