import { subject as tagged } from '@casl/ability';
import fc from 'fast-check';
import pg from 'pg';
import { type AllianceRole, allianceRoles } from '#libs/api-schema';
import { newId } from '#libs/kernel';
import {
  type Ability,
  accessSql,
  type Actor,
  caseOrganisations,
  hasRole,
  INSTALLATION,
  type LinkActor,
  type PersonActor,
  Policies,
} from '#libs/platform';
import { startTestApp, type TestApp } from '#libs/testing';
import { domainModules } from '../../apps/composition/modules.js';
import { personColumns } from './person-walls.js';

const cases = 10_000;
/** Cases that travel in one statement: the round trips cost more than the cases. */
const together = 25;

const plain = { noNullPrototype: true } as const;
const allianceId = newId();
const organisations = [newId(), newId(), newId(), newId()];
const people = [newId(), newId()];
const mails = ['karen@virksomhed.example', 'mette@sekretariat.example'];

const role = fc.record(
  {
    role: fc.constantFrom<AllianceRole>(...allianceRoles),
    organisationId: fc.option(fc.constantFrom(...organisations), { nil: null }),
  },
  plain,
);
const person: fc.Arbitrary<PersonActor> = fc.record(
  {
    kind: fc.constant('person' as const),
    personId: fc.constantFrom(...people),
    sessionId: fc.constant(newId()),
    name: fc.constant('Karen'),
    email: fc.constantFrom(...mails),
    locale: fc.constantFrom('da' as const, 'en' as const),
    isAdmin: fc.boolean(),
    allianceId: fc.constant(allianceId),
    roles: fc.array(role, { maxLength: 4 }),
  },
  plain,
);
const link: fc.Arbitrary<LinkActor> = fc.record(
  {
    kind: fc.constant('link' as const),
    linkId: fc.constant(newId()),
    allianceId: fc.constant(allianceId),
    purpose: fc.constantFrom('contract', 'enquiry', 'hand-on', 'action'),
    subjectId: fc.constantFrom(...people),
    organisationId: fc.option(fc.constantFrom(...organisations), { nil: null }),
    name: fc.constant('Karen'),
    email: fc.constantFrom(...mails),
    locale: fc.constant('da' as const),
  },
  plain,
);
const system: fc.Arbitrary<Actor> = fc.constant({ kind: 'system', allianceId, reason: 'spec' });
const actor: fc.Arbitrary<Actor> = fc.oneof(
  { weight: 8, arbitrary: person },
  { weight: 2, arbitrary: link },
  { weight: 1, arbitrary: system },
);

interface Column {
  readonly name: string;
  readonly values: readonly unknown[];
}

/** The columns a subject's rules speak of, with values that fit and values that do not. */
function columnsOf(abilities: readonly Ability[], subject: string): Column[] {
  const found = new Map<string, Set<unknown>>();
  for (const ability of abilities)
    for (const rule of ability.rules) {
      if (![rule.subject].flat().includes(subject)) continue;
      for (const [name, condition] of Object.entries(rule.conditions ?? {})) {
        const values = found.get(name) ?? new Set<unknown>([null]);
        for (const value of valuesIn(condition)) values.add(value);
        found.set(name, values);
      }
    }
  return [...found].map(([name, values]) => {
    const known = [...values];
    const odd = known.some((value) => typeof value === 'boolean') ? [true, false] : ['noget helt andet'];
    return { name, values: [...known, ...odd] };
  });
}

function valuesIn(condition: unknown): unknown[] {
  if (condition === null || typeof condition !== 'object') return [condition];
  return Object.values(condition as Record<string, unknown>).flat();
}

/** The type of a column's values in the statement. */
function typeOf({ values }: Column): string {
  return values.some((value) => typeof value === 'boolean') ? 'boolean' : 'text';
}

/**
 * The one right beyond the own organisation: nobody's caseworker is there for a young person who came alone, so a
 * secretariat erases, unread, what they shared when they ask for it.
 */
function isErasedUnread(who: Actor, action: string, subject: string, row: Record<string, unknown>): boolean {
  return (
    hasRole(who, 'secretariat') &&
    action === 'delete' &&
    subject === 'EnquiryPerson' &&
    row['channel'] === 'direct'
  );
}

describe('the policies of all modules', () => {
  let app: TestApp;
  let policies: Policies;
  let actions: string[];
  let subjects: Map<string, Column[]>;
  const client = new pg.Client({ connectionString: process.env['TEST_DATABASE_ADMIN_URL'] });

  beforeAll(async () => {
    app = await startTestApp({ modules: domainModules, settings: { ROLE: 'api' } });
    await client.connect();
    policies = app.get(Policies);
    const abilities = fc.sample(actor, { numRuns: 400, seed: 1 }).map((one) => policies.abilityOf(one));
    const rules = abilities.flatMap((ability) => ability.rules);
    actions = [...new Set(rules.flatMap((rule) => [rule.action].flat()))].sort();
    const names = [...new Set(rules.flatMap((rule) => [rule.subject].flat()))].map(String).sort();
    subjects = new Map(
      names.filter((name) => name !== 'all').map((name) => [name, columnsOf(abilities, name)]),
    );
  });
  afterAll(async () => {
    await client.end();
    await app.close();
  });

  const row = (columns: readonly Column[]): fc.Arbitrary<Record<string, unknown>> =>
    fc.record(
      Object.fromEntries(columns.map(({ name, values }) => [name, fc.constantFrom(...values)])),
      plain,
    );

  /** One actor, action and subject with rows, as the statement and as the ability see them. */
  const oneCase = (): fc.Arbitrary<{
    actor: Actor;
    action: string;
    subject: string;
    rows: Record<string, unknown>[];
  }> =>
    fc
      .tuple(actor, fc.constantFrom(...actions), fc.constantFrom(...subjects.keys()))
      .chain(([who, action, subject]) =>
        fc.record(
          {
            actor: fc.constant(who),
            action: fc.constant(action),
            subject: fc.constant(subject),
            rows: fc.array(row(subjects.get(subject) ?? []), { minLength: 1, maxLength: 6 }),
          },
          plain,
        ),
      );

  it('speak of many subjects, some with conditions', () => {
    expect(subjects.size).toBeGreaterThan(15);
    expect([...subjects.values()].filter((columns) => columns.length > 0).length).toBeGreaterThan(6);
  });

  it(`mean the same as SQL and as ability in ${String(cases)} generated cases`, async () => {
    let allowed = 0;
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(oneCase(), { minLength: together, maxLength: together }), async (list) => {
        const params: unknown[] = [];
        const parts = list.map(({ actor: who, action, subject, rows }, number) => {
          params.push(JSON.stringify(rows.map((one, n) => ({ ...one, n }))));
          const at = params.length;
          const access = accessSql(policies.abilityOf(who), action, subject, {
            alias: 't',
            firstParam: at + 1,
          });
          params.push(...access.params);
          const columns = [
            'n int',
            ...(subjects.get(subject) ?? []).map((one) => `${one.name} ${typeOf(one)}`),
          ];
          return `select ${String(number)} as number, t.n from jsonb_to_recordset($${String(at)}) as t (${columns.join(', ')}) where ${access.sql}`;
        });
        const answer = await client.query<{ number: number; n: number }>(parts.join(' union all '), params);
        const bySql = answer.rows.map(({ number, n }) => `${String(number)}.${String(n)}`).sort();
        const byAbility = list
          .flatMap(({ actor: who, action, subject, rows }, number) =>
            rows.flatMap((one, n) =>
              policies.abilityOf(who).can(action, tagged(subject, { ...one }) as never)
                ? [`${String(number)}.${String(n)}`]
                : [],
            ),
          )
          .sort();
        allowed += byAbility.length;
        refused += list.flatMap(({ rows }) => rows).length - byAbility.length;
        expect(bySql).toEqual(byAbility);
      }),
      { numRuns: cases / together },
    );
    expect(allowed).toBeGreaterThan(cases / 10);
    expect(refused).toBeGreaterThan(cases / 10);
  });

  it('show person data to nobody outside the organisation it lies with', () => {
    const guarded = [...personColumns].filter(([subject]) => subjects.has(subject));
    expect(guarded.length).toBeGreaterThan(1);
    const generated = fc
      .tuple(actor, fc.constantFrom(...guarded), fc.constantFrom(...actions))
      .chain(([who, [subject, owners], action]) =>
        fc.tuple(
          fc.constant({ who, subject, owners, action }),
          row([
            ...(subjects.get(subject) ?? []).filter(({ name }) => !owners.includes(name)),
            ...owners.map((name) => ({ name, values: [...organisations, null] })),
          ]),
        ),
      );
    fc.assert(
      fc.property(generated, ([{ who, subject, owners, action }, one]) => {
        if (who.kind === 'system') return;
        const mine = caseOrganisations(who);
        const isMine = owners.some((name) => mine.includes(String(one[name])));
        const may = policies.abilityOf(who).can(action, tagged(subject, one));
        if (!isMine) expect(may).toBe(isErasedUnread(who, action, subject, one));
      }),
      { numRuns: cases },
    );
  });

  it('give an administrator nothing for being one, and nobody anything without a role', () => {
    fc.assert(
      fc.property(person, oneCase(), (who, { action, subject, rows }) => {
        const asAdmin = policies.abilityOf({ ...who, isAdmin: true });
        const asOther = policies.abilityOf({ ...who, isAdmin: false });
        const roleless = policies.abilityOf({ ...who, isAdmin: true, roles: [] });
        const installation = policies.abilityOf({ ...who, roles: [], allianceId: INSTALLATION });
        for (const one of rows) {
          const thing = tagged(subject, { ...one }) as never;
          expect(asAdmin.can(action, thing)).toBe(asOther.can(action, thing));
          expect([roleless.can(action, thing), installation.can(action, thing)]).toEqual([false, false]);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('never take away a right for one more role', () => {
    fc.assert(
      fc.property(person, role, oneCase(), (who, more, { action, subject, rows }) => {
        const before = policies.abilityOf(who);
        const after = policies.abilityOf({ ...who, roles: [...who.roles, more] });
        for (const one of rows)
          if (before.can(action, tagged(subject, { ...one })))
            expect(after.can(action, tagged(subject, { ...one }) as never)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
