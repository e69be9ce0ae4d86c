import fc from 'fast-check';
import { DomainError, isDomainError } from './domain-error.js';
import { FixedClock } from './clock.js';
import { isCvr, normaliseCvr, parseCvr } from './cvr.js';
import { isEmail, normaliseEmail } from './email.js';

describe('a CVR number', () => {
  it.each([
    '28662017',
    'DK 85840096',
    'dk85840096',
    ' 28 66 20 17 ',
    'CVR-nr. 28662017',
    '28.66.20.17',
    '28662017\u00a0',
  ])('is read from %p', (text) => {
    expect(parseCvr(text)).toMatch(/^(28662017|85840096)$/);
  });

  it('with a wrong check digit is eight digits, but no CVR number', () => {
    expect(normaliseCvr('12345678')).toBe('12345678');
    expect(isCvr('12345678')).toBe(false);
  });

  it.each(['', '2866201', '286620170', 'SE28662017', '2866201A', '00000000', '02866201'])(
    'is not %p',
    (text) => {
      expect(isCvr(text)).toBe(false);
    },
  );

  it('catches every single wrong digit and every swap of two neighbours', () => {
    const valid = fc.integer({ min: 10_000_000, max: 99_999_999 }).map(String).filter(isCvr);
    fc.assert(
      fc.property(valid, fc.nat(7), fc.integer({ min: 1, max: 9 }), (cvr, at, by) => {
        const changed = cvr.slice(0, at) + String((Number(cvr[at]) + by) % 10) + cvr.slice(at + 1);
        expect(isCvr(changed)).toBe(false);
        const swapped = cvr.slice(0, at) + (cvr[at + 1] ?? '') + (cvr[at] ?? '') + cvr.slice(at + 2);
        expect(isCvr(swapped)).toBe(swapped === cvr);
      }),
    );
  });
});

describe('a mail address', () => {
  it('is compared without regard to capitals and spaces around it', () => {
    expect(normaliseEmail('  SOEREN.6@VIRKSOMHED6.EXAMPLE ')).toBe('soeren.6@virksomhed6.example');
    expect(normaliseEmail('mailto:a@b.example')).toBe('a@b.example');
    expect(normaliseEmail('<a@b.example>')).toBe('a@b.example');
  });

  it('may carry Danish letters', () => {
    expect(isEmail('søren@blåbær.example')).toBe(true);
  });

  it.each([
    'ikke en mail',
    'a@b',
    '@b.dk',
    'a@.dk',
    'a@b..dk',
    'a b@c.dk',
    'a@b.dk\r\nBcc: x@y.dk',
    'a@b.dk, c@d.dk',
    'a@1.2.3.4',
    '.a@b.dk',
    '',
  ])('is not %p', (text) => {
    expect(isEmail(text)).toBe(false);
  });

  it('never keeps a control character or a space, whatever it was read from', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => !/[\s\p{Cc},;<>]/u.test(normaliseEmail(text) ?? ''),
      ),
    );
  });
});

describe('an expected failure', () => {
  it('carries its code, what fills the message and the field', () => {
    const error = new DomainError('alliances/cvr-taken', { cvr: '28662017' }, 'cvr');
    expect(error).toMatchObject({ code: 'alliances/cvr-taken', params: { cvr: '28662017' }, field: 'cvr' });
    expect(isDomainError(error, 'alliances/cvr-taken')).toBe(true);
    expect(isDomainError(error, 'alliances/other')).toBe(false);
    expect(isDomainError(new Error('x'))).toBe(false);
  });
});

describe('a clock that stands still', () => {
  it('moves only when it is moved', () => {
    const clock = new FixedClock('2026-11-23T12:00:00Z');
    clock.moveBy(60_000);
    expect(clock.now().toISOString()).toBe('2026-11-23T12:01:00.000Z');
    clock.setTo('2027-01-01T00:00:00Z');
    expect(clock.now().getUTCFullYear()).toBe(2027);
  });
});
