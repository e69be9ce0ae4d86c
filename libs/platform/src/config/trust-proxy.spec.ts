import { ConfigError, readConfig } from './config.js';

const trusted = (text: string | undefined): unknown => readConfig({ TRUST_PROXY: text }).TRUST_PROXY;

describe('TRUST_PROXY', () => {
  it('believes nobody unless told', () => {
    expect(trusted(undefined)).toBe(false);
    expect(trusted('false')).toBe(false);
    expect(trusted('0')).toBe(false);
  });

  it('believes one proxy, or as many as are said', () => {
    expect(trusted('true')).toBe(1);
    expect(trusted('2')).toBe(2);
  });

  it('believes the proxies at certain addresses', () => {
    expect(trusted('10.0.0.0/8, 192.168.1.4,fd00::/8')).toEqual(['10.0.0.0/8', '192.168.1.4', 'fd00::/8']);
  });

  it.each(['everyone', '-1', '10', '10.0.0.0/99', '10.0.0.0/8,'])(
    'refuses %s and says what is allowed',
    (text) => {
      expect(() => trusted(text)).toThrow(ConfigError);
      expect(() => trusted(text)).toThrow(/TRUST_PROXY.*true, false/);
    },
  );
});
