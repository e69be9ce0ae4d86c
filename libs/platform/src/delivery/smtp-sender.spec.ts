import { createServer, type AddressInfo } from 'node:net';
import { startMailServer, type TestMailServer } from '#libs/testing';
import { SmtpSender } from './smtp-sender.js';

let server: TestMailServer;
const message = Buffer.from('From: a@example.org\r\nTo: b@example.org\r\nSubject: Hej\r\n\r\nTekst\r\n');

beforeEach(async () => {
  server = await startMailServer();
});
afterEach(async () => {
  await server.stop();
});

function send(url = server.url, boundMs = 10_000) {
  return new SmtpSender({ url, boundMs }).send('a@example.org', 'b@example.org', message);
}

describe('handing a message to the mail server', () => {
  it('is accepted only on the server’s own word', async () => {
    const outcome = await send();
    expect(outcome).toMatchObject({ kind: 'accepted' });
    expect(outcome.kind === 'accepted' && outcome.answer).toMatch(/^250/);
    expect(server.to('b@example.org')).toHaveLength(1);
  });

  it.each(['recipient', 'message'] as const)('is refused for good on a 5xx to the %s', async (at) => {
    server.behave({ refuse: 550, at });
    expect(await send()).toEqual({
      kind: 'refused',
      permanent: true,
      code: expect.stringMatching(/^550/) as string,
    });
  });

  it.each(['recipient', 'message'] as const)('is refused for now on a 4xx to the %s', async (at) => {
    server.behave({ refuse: 451, at });
    expect(await send()).toEqual({
      kind: 'refused',
      permanent: false,
      code: expect.stringMatching(/^451/) as string,
    });
  });

  it('keeps no word of the server’s refusal, which may name people', async () => {
    server.behave({ refuse: 550, at: 'recipient' });
    expect(JSON.stringify(await send())).not.toContain('example.org');
  });

  it('is unknown when the connection breaks after the whole message', async () => {
    server.behave('drop-after-message');
    expect(await send()).toEqual({ kind: 'unknown', code: 'connection-closed' });
    expect(server.messagesHandedOver).toBe(1);
  });

  it('is unknown when the server falls silent after the whole message', async () => {
    server.behave('hang-after-message');
    expect(await send(server.url, 300)).toEqual({ kind: 'unknown', code: 'timeout' });
  });

  it('is certainly not taken when the connection breaks before the message', async () => {
    server.behave('drop-before-message');
    expect(await send()).toEqual({ kind: 'refused', permanent: false, code: 'connection-closed' });
    expect(server.messagesHandedOver).toBe(0);
  });

  it('is certainly not taken when nobody answers the door', async () => {
    const url = server.url;
    await server.stop();
    expect(await send(url)).toEqual({ kind: 'refused', permanent: false, code: 'unreachable' });
    server = await startMailServer();
  });

  it('bounds the whole send, also against a server that never greets', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    expect(await send(`smtp://127.0.0.1:${String(port)}`, 200)).toMatchObject({
      kind: 'refused',
      permanent: false,
      code: 'timeout',
    });
    silent.close();
  });
});
