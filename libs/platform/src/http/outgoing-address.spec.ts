import { findOutgoing, outgoingRules, placeOf, readOutgoingUrl, type Resolve } from './outgoing-address.js';

const strict = { allowLoopback: false };
const lenient = { allowLoopback: true };
const answers =
  (...addresses: readonly string[]): Resolve =>
  () =>
    Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));

/** The code with which a call is refused; undefined when it is not. */
function codeOf(call: () => unknown): string | undefined {
  try {
    call();
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code;
  }
}

describe('an address outside', () => {
  it.each([
    'http://127.0.0.1/',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://[::127.0.0.1]/',
    'https://0.0.0.0/',
    'https://10.1.2.3/',
    'https://172.31.255.255/',
    'https://192.168.1.1/',
    'https://100.64.0.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://168.63.129.16/',
    'https://224.0.0.1/',
    'https://255.255.255.255/',
    'https://[fe80::1]/',
    'https://[fd00:ec2::254]/',
    'https://[64:ff9b::a9fe:a9fe]/',
    'https://[2002:7f00:1::]/',
    'https://[2001:0:7f00:1::]/',
    'https://[fec0::1]/',
    'https://localhost/',
    'https://localhost./',
    'https://LOCALHOST/',
    'https://db.internal/',
    'https://printer.local/',
    'https://postgres/',
  ])('is not the inside: %s', (url) => {
    expect(codeOf(() => readOutgoingUrl(url, strict))).toBe('outgoing/internal-address');
  });

  it.each(['https://10.1.2.3/', 'https://169.254.169.254/', 'https://[fe80::1]/', 'https://postgres/'])(
    'is not the inside in development either: %s',
    (url) => {
      expect(codeOf(() => readOutgoingUrl(url, lenient))).toBe('outgoing/internal-address');
    },
  );

  it('is the machine itself in development only', () => {
    const home = { NODE_ENV: 'development', PUBLIC_URL: undefined, TRUST_PROXY: false } as const;
    expect(outgoingRules(home)).toEqual(lenient);
    expect(outgoingRules({ ...home, PUBLIC_URL: 'http://127.0.0.1:3000' })).toEqual(lenient);
    expect(outgoingRules({ ...home, NODE_ENV: 'production' })).toEqual(strict);
    expect(outgoingRules({ ...home, PUBLIC_URL: 'https://rygrad.example' })).toEqual(strict);
    expect(outgoingRules({ ...home, TRUST_PROXY: 1 })).toEqual(strict);
    expect(readOutgoingUrl('http://127.0.0.1:4000/x', lenient).port).toBe('4000');
    expect(readOutgoingUrl('http://localhost:4000/x', lenient).port).toBe('4000');
  });

  it.each([
    ['ftp://firma.dk/', 'outgoing/unusable-address'],
    ['https://bruger:kode@firma.dk/', 'outgoing/unusable-address'],
    ['ikke en adresse', 'outgoing/unusable-address'],
    ['https://', 'outgoing/unusable-address'],
    ['http://firma.dk/', 'outgoing/not-https'],
  ])('is refused as what it is: %s', (url, code) => {
    expect(codeOf(() => readOutgoingUrl(url, strict))).toBe(code);
  });

  it('may be any public address, with any port and path', () => {
    expect(readOutgoingUrl('https://kommunen.dk:8443/modtag?x=1', strict).port).toBe('8443');
    expect(placeOf('91.198.174.192')).toBe('outside');
    expect(placeOf('2a00:1450:400f:80d::200e')).toBe('outside');
  });

  it('keeps the addresses its name had when it was checked', async () => {
    const target = await findOutgoing('https://kommunen.dk/', strict, answers('91.198.174.192', '2a00::1'));
    expect(target.addresses).toEqual([
      { address: '91.198.174.192', family: 4 },
      { address: '2a00::1', family: 6 },
    ]);
  });

  it('is refused when one of its addresses lies inside, whichever comes first', async () => {
    for (const resolve of [
      answers('91.198.174.192', '10.0.0.5'),
      answers('::ffff:10.0.0.5', '91.198.174.192'),
    ])
      await expect(findOutgoing('https://dobbelt.dk/', strict, resolve)).rejects.toMatchObject({
        code: 'outgoing/internal-address',
      });
  });

  it('is refused when its name does not exist', async () => {
    const nobody: Resolve = () => Promise.reject(new Error('ENOTFOUND'));
    for (const resolve of [nobody, answers()])
      await expect(findOutgoing('https://findes-ikke.dk/', strict, resolve)).rejects.toMatchObject({
        code: 'outgoing/unknown-host',
      });
  });
});
