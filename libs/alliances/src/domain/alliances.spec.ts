import fc from 'fast-check';
import { slugOf } from './alliance-slug.js';
import { aPartner, readRow } from '../../test/partner.builder.js';
import { matchColumns } from './match-columns.js';
import { changeMembership } from './membership.js';
import { undoStep } from './undo-import.js';
import { unifyTowns } from './unify-spelling.js';

describe('a membership', () => {
  const joined = { status: 'joined', statusSince: '2024-11-15' } as const;
  const today = '2026-11-23';
  const refusal = (code: string) => expect.objectContaining({ code }) as Error;

  it('pauses, resumes and ends', () => {
    const paused = changeMembership(joined, { status: 'paused', effectiveOn: '2026-01-01' }, today);
    expect(paused).toEqual({ status: 'paused', statusSince: '2026-01-01' });
    expect(changeMembership(paused, { status: 'joined', effectiveOn: '2026-02-01' }, today).status).toBe(
      'joined',
    );
    expect(changeMembership(paused, { status: 'left', effectiveOn: '2026-01-01' }, today).status).toBe(
      'left',
    );
  });

  it('that has ended cannot pause, but can be taken up again', () => {
    const left = { status: 'left', statusSince: '2026-01-01' } as const;
    expect(() => changeMembership(left, { status: 'paused', effectiveOn: today }, today)).toThrow(
      refusal('alliances/membership-not-possible'),
    );
    expect(changeMembership(left, { status: 'joined', effectiveOn: today }, today).status).toBe('joined');
  });

  it('does not change to what it is, before its last change or in the future', () => {
    expect(() => changeMembership(joined, { status: 'joined', effectiveOn: today }, today)).toThrow(
      refusal('alliances/membership-unchanged'),
    );
    expect(() => changeMembership(joined, { status: 'left', effectiveOn: '2024-11-14' }, today)).toThrow(
      refusal('alliances/membership-before-last'),
    );
    expect(() => changeMembership(joined, { status: 'left', effectiveOn: '2026-11-24' }, today)).toThrow(
      refusal('alliances/membership-in-future'),
    );
  });
});

describe('the columns of a partner list', () => {
  it('as the municipality exports it are all known', () => {
    const header =
      'Virksomhed;CVR-nr.;Branchekode;Sektor;Adresse;Postnr.;By;Kontaktperson;E-mail;Telefon;Ansatte;Lærlinge;Aftale underskrevet;Praktikpladser'.split(
        ';',
      );
    expect(matchColumns(header, [])).toEqual({
      name: 0,
      cvr: 1,
      industryCode: 2,
      sector: 3,
      address: 4,
      postalCode: 5,
      city: 6,
      contactName: 7,
      email: 8,
      phone: 9,
      employees: 10,
      takesApprentices: 11,
      joinedOn: 12,
      placementPlaces: 13,
    });
  });

  it('are known by other names too', () => {
    expect(
      matchColumns(['Firmanavn (juridisk)', 'Mail til kontakt', 'Tlf.', 'Kontaktperson i virksomheden'], []),
    ).toEqual({
      name: 0,
      email: 1,
      phone: 2,
      contactName: 3,
    });
  });

  it('without names are known by what stands in them', () => {
    const rows = [
      ['Et', '28662017', 'a@b.example'],
      ['To', 'DK 43791567', 'c@d.example'],
      ['Tre', '', ''],
    ];
    expect(matchColumns(['Kolonne 1', 'Kolonne 2', 'Kolonne 3'], rows)).toEqual({ cvr: 1, email: 2 });
  });

  it('hold one field each', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Navn', 'CVR', 'Mail', 'E-mail', 'By', 'Virksomhed', '?', 'Kontaktmail')),
        (header) => {
          const columns = Object.values(matchColumns(header, []));
          expect(new Set(columns).size).toBe(columns.length);
          expect(columns.every((column) => column < header.length)).toBe(true);
        },
      ),
    );
  });
});

describe('a town’s name', () => {
  it('in capitals is written as the rest of the list writes it, with a note', () => {
    const [, row] = unifyTowns([readRow(2, { city: 'Hjørring' }), readRow(3, { city: 'HJØRRING' })], []);
    expect(row?.values.city).toBe('Hjørring');
    expect(row?.findings).toEqual([
      { field: 'city', level: 'note', code: 'city-spelling', params: { to: 'Hjørring' } },
    ]);
  });

  it('in capitals that nobody else writes is capitalised', () => {
    expect(unifyTowns([readRow(2, { city: 'NØRRE SUNDBY' })], []).map((row) => row.values.city)).toEqual([
      'Nørre Sundby',
    ]);
  });

  it('written in two ways otherwise is left alone', () => {
    expect(unifyTowns([readRow(2, { city: 'Nr. Sundby' })], ['Nørresundby'])[0]?.findings).toEqual([]);
  });
});

describe('undoing an import', () => {
  const created = { effect: 'created', organisationId: 'o', version: 1, before: null } as const;
  const before = aPartner();
  const updated = { effect: 'updated', organisationId: 'o', version: 3, before } as const;

  it('removes what it made and puts back what it changed', () => {
    expect(undoStep(created, 1)).toEqual({ kind: 'remove', organisationId: 'o' });
    expect(undoStep(updated, 3)).toEqual({ kind: 'restore', before });
  });

  it('leaves what somebody has touched since, and says why', () => {
    expect(undoStep(created, 2)).toEqual({ kind: 'keep', reason: 'changed-since' });
    expect(undoStep(updated, 4)).toEqual({ kind: 'keep', reason: 'changed-since' });
    expect(undoStep(created, undefined)).toEqual({ kind: 'keep', reason: 'already-gone' });
  });

  it('has nothing to do where the import did nothing', () => {
    expect(undoStep({ ...updated, effect: 'unchanged' }, 3)).toEqual({ kind: 'nothing' });
  });
});

describe('an alliance’s address', () => {
  it('is its name in plain letters', () => {
    expect(slugOf('Ungegarantien i Hjørring')).toBe('ungegarantien-i-hjoerring');
    expect(slugOf('  Ærø & Ålborg: 2026! ')).toBe('aeroe-aalborg-2026');
    expect(slugOf('Ministère de l’Écologie')).toBe('ministere-de-l-ecologie');
    expect(slugOf('???')).toBe('alliance');
  });

  it('always fits an address', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slugOf(name))),
    );
  });
});
