import { DomainError } from '#libs/kernel';
import { domainOf, isDomain, isPublicDomain } from './email-domain.js';
import { returnAddress } from './return-address.js';
import { type Claims, readVouchedIdentity, type VouchingProvider } from './vouched-identity.js';

const municipality: VouchingProvider = { kind: 'organisation', emailDomains: ['kommunen.example'], cvrs: [] };
const broker: VouchingProvider = { kind: 'mitid-erhverv', emailDomains: [], cvrs: [] };

const codeOf = (provider: VouchingProvider, claims: Claims): unknown => {
  try {
    return readVouchedIdentity(provider, claims);
  } catch (error) {
    return error instanceof DomainError ? error.code : error;
  }
};

describe('what an organisation’s identity provider vouches for', () => {
  const email = (claims: Claims) => readVouchedIdentity(municipality, { sub: 's1', ...claims }).email;

  it('is a verified address of its own domain, whatever the case', () => {
    expect(email({ email: 'Karin@Kommunen.Example', email_verified: true })).toEqual({
      address: 'karin@kommunen.example',
    });
    expect(email({ email: 'karin@kommunen.example', xms_edov: 1 })).toEqual({
      address: 'karin@kommunen.example',
    });
  });

  it.each([undefined, false, null, 'true', 'false', 1, 'yes'])(
    'is no address that is not verified (%p)',
    (email_verified) => {
      expect(email({ email: 'karin@kommunen.example', email_verified })).toEqual({ refused: 'unverified' });
    },
  );

  it.each([
    'karin@anden.example',
    'karin@sub.kommunen.example',
    'karin@kommunen.example.ond.example',
    'karin@ond-kommunen.example',
  ])('is no address of another domain (%s)', (address) => {
    expect(email({ email: address, email_verified: true })).toEqual({ refused: 'foreign' });
  });

  it.each(['', 'kommunen.example', '"a@kommunen.example"@ond.example', ['karin@kommunen.example'], 7])(
    'is nothing that is not an address (%p)',
    (address) => {
      expect(email({ email: address, email_verified: true })).toEqual({ refused: 'unverified' });
    },
  );

  it('is nothing without a subject', () => {
    expect(codeOf(municipality, { email: 'karin@kommunen.example', email_verified: true })).toBe(
      'logins/answer-refused',
    );
  });
});

describe('what a MitID Erhverv broker vouches for', () => {
  const professional = {
    sub: 'per-service',
    idp: 'mitid_erhverv',
    identity_type: 'professional',
    'nemlogin.persistent_professional_id': 'urn:uuid:1',
    'nemlogin.cvr': '28662017',
    'nemlogin.cpr': '0101010101',
    'nemlogin.email': 'karin@firma.example',
  };

  it('is a person in a company, and nothing else of what the broker says', () => {
    const identity = readVouchedIdentity(broker, professional);
    expect(identity).toEqual({
      subject: 'professional:urn:uuid:1',
      cvr: '28662017',
      email: { refused: 'unverified' },
      name: null,
    });
    expect(JSON.stringify(identity)).not.toContain('0101010101');
  });

  it('is not somebody with a private MitID', () => {
    expect(codeOf(broker, { ...professional, identity_type: 'private' })).toBe('logins/not-professional');
    expect(codeOf(broker, { ...professional, idp: 'mitid' })).toBe('logins/not-professional');
    expect(codeOf(broker, { sub: 'x' })).toBe('logins/not-professional');
    expect(codeOf(broker, { ...professional, 'nemlogin.cvr': '2866201' })).toBe('logins/not-professional');
  });

  it('is not a company outside the list, when there is one', () => {
    expect(codeOf({ ...broker, cvrs: ['10000009'] }, professional)).toBe('logins/other-cvr');
    expect(codeOf({ ...broker, cvrs: ['28662017'] }, professional)).toMatchObject({ cvr: '28662017' });
  });
});

describe('the domain of a mail address', () => {
  it('has one written form', () => {
    expect(domainOf('a@Århus.Example')).toBe('xn--rhus-poa.example');
    expect(domainOf('@x.dk')).toBeUndefined();
    expect(isPublicDomain('gmail.com')).toBe(true);
    expect(['kommunen.dk', 'xn--rhus-poa.dk', 'a.b.c-d.dk'].every(isDomain)).toBe(true);
    expect(['dk', '@x.dk', 'x..dk', '*.dk', '-x.dk', '10.0.0.1', 'x.dk/', 'æ.dk', ''].some(isDomain)).toBe(
      false,
    );
  });
});

describe('where a sign-in leads', () => {
  it.each(['/a/ungegarantien/partnere?q=%C3%A6#top', '/', '/konto'])('may be %s', (to) => {
    expect(returnAddress(to)).toBe(to);
  });

  it.each([
    '//ond.example',
    '/\\ond.example',
    'https://ond.example/',
    'javascript:alert(1)',
    '/x\r\nSet-Cookie: a=b',
    '/a/../..//ond.example',
    '/.//ond.example',
    '/api/v1/sign-in/providers/x/callback',
    '',
    '/\t/ond.example',
    `/${'x'.repeat(600)}`,
  ])('is never %j', (to) => {
    expect(returnAddress(to)).toBe('/');
  });
});
