import type { DomainError } from '#libs/kernel';
import { basisOf, checkGiven, type Consent, mustRest, standingOf } from './consent.js';

const today = '2026-11-23';
const consent = (expiresOn: string, withdrawnOn: string | null = null): Consent => ({
  givenOn: '2026-01-01',
  expiresOn,
  withdrawnOn,
});

describe('a consent', () => {
  it('holds through its last day, until it is withdrawn', () => {
    expect(standingOf(consent(today), today)).toBe('in-force');
    expect(standingOf(consent('2026-11-22'), today)).toBe('expired');
    expect(standingOf(consent('2027-11-22', today), today)).toBe('withdrawn');
  });

  it('is recorded when it has been given and while it holds', () => {
    const refusal = (givenOn: string, expiresOn: string): string => {
      try {
        checkGiven({ givenOn, expiresOn }, today);
        return 'taken';
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    expect(refusal(today, today)).toBe('taken');
    expect(refusal('2026-11-24', '2027-11-24')).toBe('participants/consent-not-yet-given');
    expect(refusal('2025-11-24', '2026-11-22')).toBe('participants/consent-already-over');
    expect(refusal('2026-11-20', '2026-11-19')).toBe('participants/consent-ends-before-start');
  });
});

describe('the record of a young person', () => {
  it('rests on the consent that ends last', () => {
    expect(basisOf([consent('2027-01-01'), consent('2026-03-01')], today)).toEqual({
      standing: 'in-force',
      endsOn: '2027-01-01',
    });
    expect(basisOf([], today)).toBeNull();
  });

  it('is hidden when the last consent was withdrawn, and comes back with a new one', () => {
    const withdrawn = consent('2027-01-01', '2026-11-20');
    expect(basisOf([withdrawn, consent('2026-03-01')], today)).toEqual({
      standing: 'withdrawn',
      endsOn: '2026-11-20',
    });
    expect(basisOf([withdrawn, consent('2028-01-01')], today)?.standing).toBe('in-force');
  });

  it('goes on resting on another consent when one of two is withdrawn', () => {
    expect(basisOf([consent('2027-01-01', '2026-11-20'), consent('2026-12-01')], today)?.standing).toBe(
      'in-force',
    );
    expect(basisOf([consent('2027-01-01', today), consent(today)], today)?.standing).toBe('in-force');
  });

  it('takes nothing more once the consent is over, and says which way', () => {
    const add = (held: Consent): unknown => {
      try {
        mustRest(basisOf([held], today) ?? { standing: 'expired', endsOn: today });
        return 'taken';
      } catch (error) {
        const { code, params } = error as DomainError;
        return [code, params];
      }
    };
    expect(add(consent(today))).toBe('taken');
    expect(add(consent('2026-11-22'))).toEqual(['participants/consent-expired', { date: '2026-11-22' }]);
    expect(add(consent('2027-11-22', '2026-11-21'))).toEqual([
      'participants/consent-withdrawn',
      { date: '2026-11-21' },
    ]);
  });
});
