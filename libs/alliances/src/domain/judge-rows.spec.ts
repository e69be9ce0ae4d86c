import fc from 'fast-check';
import { newId } from '#libs/kernel';
import { aPartner, readRow, rowValues } from '../../test/partner.builder.js';
import { judgeRows } from './judge-rows.js';
import type { Partner } from './partner.js';
import { applyRow, partnerFrom } from './partner-row.js';
import type { ReadRow } from './partner-row.js';

const today = '2026-11-23';
const verdicts = (rows: ReadRow[], partners: Partner[] = []) =>
  judgeRows(rows, partners, today).map((row) => row.verdict);
const codes = (rows: ReadRow[], partners: Partner[] = []) =>
  judgeRows(rows, partners, today).map((row) => row.findings.map((finding) => finding.code));

describe('a row of a partner list', () => {
  it('nobody knows is a new partner', () => {
    expect(verdicts([readRow(2, { name: 'Elgården', cvr: '28662017' })])).toEqual(['new']);
  });

  it('is the partner with its CVR number, whatever the name and mail say now', () => {
    const partner = aPartner();
    const [row] = judgeRows(
      [readRow(2, { name: 'Tårs Tømrer & Søn', cvr: '28662017', email: 'ny@taars.example' })],
      [partner],
      today,
    );
    expect(row).toMatchObject({ verdict: 'match', matchOn: 'cvr', organisationId: partner.organisationId });
    expect(row?.changes).toContainEqual({ field: 'name', from: 'Tårs Tømrer', to: 'Tårs Tømrer & Søn' });
  });

  it('without a CVR number is the partner that has its mail', () => {
    const partner = aPartner();
    const [row] = judgeRows(
      [readRow(2, { name: 'Tårs Tømrer', email: 'aase@taars.example' })],
      [partner],
      today,
    );
    expect(row).toMatchObject({
      verdict: 'unchanged',
      matchOn: 'email',
      organisationId: partner.organisationId,
    });
  });

  it('brings a CVR number to the partner that had none', () => {
    const partner = aPartner({ cvr: null });
    const [row] = judgeRows([readRow(2, { cvr: '43791567', email: 'aase@taars.example' })], [partner], today);
    expect(row).toMatchObject({ verdict: 'match', matchOn: 'email' });
    expect(row?.changes).toEqual([{ field: 'cvr', from: null, to: '43791567' }]);
  });

  it('with another CVR number is another company, though it shares a contact’s mail', () => {
    const rows = [readRow(2, { name: 'Tårs Maler', cvr: '43791567', email: 'aase@taars.example' })];
    expect(verdicts(rows, [aPartner()])).toEqual(['new']);
    expect(codes(rows, [aPartner()])).toEqual([['email-known-elsewhere']]);
  });

  it('whose mail several partners have needs a CVR number', () => {
    const partners = [aPartner(), aPartner({ cvr: '43791567' })];
    expect(codes([readRow(2, { name: 'Hvem', email: 'aase@taars.example' })], partners)).toEqual([
      ['email-matches-several'],
    ]);
  });

  it('with neither CVR number nor mail, but a name that is there, could be a double: it needs one of them', () => {
    expect(codes([readRow(2, { name: 'tårs  TØMRER' })], [aPartner()])).toEqual([['name-taken']]);
    expect(verdicts([readRow(2, { name: 'Helt Ny' })], [aPartner()])).toEqual(['new']);
  });

  it('with the name of a partner but its own CVR number is new, with a note', () => {
    const rows = [readRow(2, { name: 'Tårs Tømrer', cvr: '43791567' })];
    expect([verdicts(rows, [aPartner()]), codes(rows, [aPartner()])]).toEqual([['new'], [['name-known']]]);
  });

  it('needs a name, unless it is a partner already', () => {
    expect(codes([readRow(2, { cvr: '43791567' })])).toEqual([['name-missing']]);
    expect(verdicts([readRow(2, { cvr: '28662017' })], [aPartner()])).toEqual(['unchanged']);
  });

  it('signed in the future has a problem', () => {
    expect(codes([readRow(2, { name: 'x', cvr: '28662017', joinedOn: '2026-11-24' })])).toEqual([
      ['joined-in-future'],
    ]);
    expect(verdicts([readRow(2, { name: 'x', cvr: '28662017', joinedOn: today })])).toEqual(['new']);
  });

  it('with a cell that could not be read has a problem, also when it is a partner', () => {
    const findings = [{ field: 'phone', level: 'problem', code: 'phone-unreadable', params: {} }] as const;
    expect(verdicts([readRow(2, { cvr: '28662017' }, { findings })], [aPartner()])).toEqual(['problem']);
  });

  it('that is empty is ignored, and said to be', () => {
    expect(verdicts([readRow(2, {}, { isEmpty: true })])).toEqual(['empty']);
  });
});

describe('two rows of one list', () => {
  const first = { name: 'Et', cvr: '28662017', email: 'a@b.example' };

  it('with one CVR number: the second is a problem that names the first', () => {
    const rows = [readRow(6, first), readRow(7, { ...first, name: 'To', email: null })];
    expect(judgeRows(rows, [], today)[1]?.findings).toEqual([
      { field: 'cvr', level: 'problem', code: 'cvr-repeated', params: { line: 6 } },
    ]);
  });

  it('with one CVR number: skipping the first mends the second', () => {
    const rows = [readRow(6, first, { skipped: true }), readRow(7, { ...first, name: 'To' })];
    expect(verdicts(rows)).toEqual(['new', 'new']);
  });

  it('with one mail and two CVR numbers share a contact: a note', () => {
    const rows = [readRow(2, first), readRow(3, { ...first, cvr: '43791567' })];
    expect([verdicts(rows), codes(rows)[1]]).toEqual([['new', 'new'], ['email-repeated']]);
  });

  it('with one mail and no CVR number cannot be told apart: a problem', () => {
    expect(codes([readRow(2, first), readRow(3, { name: 'To', email: 'a@b.example' })])[1]).toEqual([
      'email-repeated-without-cvr',
    ]);
  });

  it('that are the same partner, one by CVR number and one by mail: a problem', () => {
    const rows = [readRow(2, { cvr: '28662017' }), readRow(3, { email: 'aase@taars.example' })];
    expect(codes(rows, [aPartner()])[1]).toEqual(['partner-repeated']);
  });

  it('with one name and nothing else: a problem', () => {
    expect(codes([readRow(2, { name: 'Et' }), readRow(3, { name: 'et' })])[1]).toEqual(['name-repeated']);
  });
});

describe('taking a list in', () => {
  const field = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });
  const anyRow = fc.record({
    name: field(fc.constantFrom('Et', 'To', 'Tre', 'Fire')),
    cvr: field(fc.constantFrom('28662017', '43791567', '92602419')),
    email: field(fc.constantFrom('a@b.example', 'c@d.example', 'e@f.example')),
    contactName: field(fc.constantFrom('Åse', 'Bo')),
    phone: field(fc.constantFrom('+4598123456', '+4520123456')),
    city: field(fc.constantFrom('Vrå', 'Tårs')),
    placementPlaces: field(fc.constantFrom(0, 1.5)),
    takesApprentices: field(fc.boolean()),
  });
  const anyList = fc
    .array(anyRow, { maxLength: 12 })
    .map((rows) => rows.map((row, at) => readRow(at + 2, row)));

  function takeIn(rows: ReadRow[], partners: Partner[]): Partner[] {
    const after = new Map(partners.map((partner) => [partner.organisationId, partner]));
    judgeRows(rows, partners, today).forEach((judged, at) => {
      const { values } = rows[at] ?? readRow(0, {});
      const known = after.get(judged.organisationId ?? '');
      if (judged.verdict === 'new') {
        const made = partnerFrom(values, { organisationId: newId(), newId }, today);
        after.set(made.organisationId, made);
      }
      if (judged.verdict === 'match' && known)
        after.set(known.organisationId, applyRow(known, values, newId));
    });
    return [...after.values()];
  }

  it('never makes two partners of one CVR number', () => {
    fc.assert(
      fc.property(anyList, anyList, (one, other) => {
        const cvrs = takeIn(other, takeIn(one, [])).flatMap((partner) => partner.cvr ?? []);
        expect(new Set(cvrs).size).toBe(cvrs.length);
      }),
    );
  });

  it('a second time makes no partner more', () => {
    fc.assert(
      fc.property(anyList, (rows) => {
        const once = takeIn(rows, []);
        expect(takeIn(rows, once)).toHaveLength(once.length);
      }),
    );
  });

  it('never wipes what a blank cell says nothing of', () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        const partner = aPartner();
        const after = applyRow(
          partner,
          rowValues({ ...row, city: null, sector: null, placementPlaces: null }),
          newId,
        );
        expect(after).toMatchObject({
          city: 'Tårs',
          sector: 'Byggeri',
          placementPlaces: 1.5,
          address: 'Østergade 1',
        });
        expect(after.contacts.map((contact) => contact.email)).toEqual(
          expect.arrayContaining([row.email ?? 'aase@taars.example']),
        );
      }),
    );
  });

  it('leaves exactly one primary contact, or none where there is no contact', () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        const { contacts } = applyRow(aPartner({ contacts: [] }), rowValues(row), newId);
        expect(contacts.filter((contact) => contact.isPrimary)).toHaveLength(Math.min(1, contacts.length));
      }),
    );
  });
});
