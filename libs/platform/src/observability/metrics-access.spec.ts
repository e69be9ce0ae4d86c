import { mayReadMetrics } from './metrics-access.js';

const token = 'a-token-of-twenty-four-signs';
const METRICS_TOKEN = token;
const asked = (
  remoteAddress: string | undefined,
  headers: Record<string, string> = {},
  settings: { METRICS_TOKEN?: string; PUBLIC_URL?: string; TRUST_PROXY?: number } = {},
) =>
  mayReadMetrics(
    { headers: { host: 'localhost:3000', ...headers }, socket: { remoteAddress } },
    { TRUST_PROXY: false, ...settings },
  );

describe('the metrics', () => {
  it.each(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])('are for this machine (%s)', (address) => {
    expect(asked(address)).toBe(true);
  });

  it.each(['10.0.0.4', '192.168.1.2', '::ffff:10.0.0.4', '93.184.215.14', '', undefined])(
    'are for no other (%s), whatever it claims',
    (address) => {
      expect(asked(address)).toBe(false);
      expect(asked(address, { 'x-forwarded-for': '127.0.0.1' })).toBe(false);
    },
  );

  it.each(['x-forwarded-for', 'forwarded', 'x-real-ip'])(
    'are not for whom a proxy here speaks (%s)',
    (name) => {
      expect(asked('127.0.0.1', { [name]: '127.0.0.1' })).toBe(false);
    },
  );

  it('are for nobody at a machine that serves others: a proxy there may say nothing of whom it speaks for', () => {
    expect(asked('127.0.0.1', {}, { PUBLIC_URL: 'https://rygrad.example' })).toBe(false);
    expect(asked('127.0.0.1', {}, { TRUST_PROXY: 1 })).toBe(false);
    expect(asked('127.0.0.1', {}, { PUBLIC_URL: 'http://127.0.0.1:3000' })).toBe(true);
  });

  it.each(['rygrad.example.org', 'localhost.rygrad.example', '', '10.0.0.4'])(
    'are for no page that calls this machine by another name (%s)',
    (host) => {
      expect(asked('127.0.0.1', { host })).toBe(false);
    },
  );

  it('are for whoever has the token, from anywhere', () => {
    const bearer = { authorization: `Bearer ${token}` };
    expect(asked('93.184.215.14', { ...bearer, 'x-forwarded-for': '10.0.0.1' }, { METRICS_TOKEN })).toBe(
      true,
    );
    expect(asked('93.184.215.14', { authorization: `Bearer ${token}x` }, { METRICS_TOKEN })).toBe(false);
    expect(asked('93.184.215.14', { authorization: token }, { METRICS_TOKEN })).toBe(false);
    expect(asked('127.0.0.1', bearer)).toBe(false);
  });
});
