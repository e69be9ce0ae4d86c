import { subject as tagged } from '@casl/ability';
import fc from 'fast-check';
import pg from 'pg';
import type { PersonActor } from '../tenancy/actor.js';
import { accessSql } from './access-sql.js';
import { buildAbility, type Policy } from './policies.js';

const actor: PersonActor = {
  kind: 'person',
  personId: '0193d5a0-0000-7000-8000-000000000001',
  sessionId: '0193d5a0-0000-7000-8000-000000000002',
  name: 'Sofie',
  email: 'sofie@sekretariat.example',
  locale: 'da',
  isAdmin: false,
  allianceId: '0193d5a0-0000-7000-8000-000000000003',
  roles: [],
};

const at = { alias: 't', firstParam: 1 };

describe('what a policy says, in SQL', () => {
  it('is FALSE without any permission', () => {
    expect(accessSql(buildAbility(actor, []), 'read', 'Thing', at)).toEqual({ sql: '(false)', params: [] });
  });

  it('is TRUE for somebody unrestricted', () => {
    const all: Policy = (_, { can }) => {
      can('manage', 'Thing');
    };
    expect(accessSql(buildAbility(actor, [all]), 'read', 'Thing', at).sql).toBe('(true)');
  });

  it('refuses a column name that is none', () => {
    const odd: Policy = (_, { can }) => {
      can('read', 'Thing', { 'a; drop table x': 1 });
    };
    expect(() => accessSql(buildAbility(actor, [odd]), 'read', 'Thing', at)).toThrow('snake_case');
  });

  it('refuses a range, in which ability and SQL would differ over an empty column', () => {
    const range: Policy = (_, { can }) => {
      can('read', 'Thing', { amount: { $lt: 3 } });
    };
    expect(() => accessSql(buildAbility(actor, [range]), 'read', 'Thing', at)).toThrow('no SQL');
  });
});

const plain = { noNullPrototype: true } as const;
const word = fc.constantFrom('a', 'b', 'c');
const nullable = fc.option(word, { nil: null });
const number = fc.integer({ min: 0, max: 4 });
const row = fc.record({ kind: nullable, owner: nullable, amount: fc.option(number, { nil: null }) }, plain);
const condition = fc.oneof(
  fc.record({ kind: nullable }, plain),
  fc.record({ kind: fc.record({ $in: fc.array(word, { maxLength: 3 }) }, plain) }),
  fc.record({ owner: fc.record({ $ne: nullable }, plain) }, plain),
  fc.record({ owner: fc.record({ $nin: fc.array(word, { minLength: 1, maxLength: 3 }) }, plain) }),
  fc.record({ amount: fc.record({ $in: fc.array(number, { maxLength: 3 }) }, plain) }, plain),
  fc.record({ amount: fc.record({ $ne: number }, plain), kind: word }, plain),
);
const rule = fc.record(
  {
    inverted: fc.boolean(),
    conditions: fc.option(condition, { nil: undefined }),
    action: fc.constantFrom('read', 'manage', 'update'),
  },
  plain,
);

describe('SQL and ability', () => {
  const client = new pg.Client({ connectionString: process.env['TEST_DATABASE_ADMIN_URL'] });
  beforeAll(() => client.connect());
  afterAll(() => client.end());

  it('agree on every row, whatever the rules', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(rule, { maxLength: 5 }),
        fc.array(row, { minLength: 1, maxLength: 8 }),
        async (rules, rows) => {
          const policy: Policy = (_, { can, cannot }) => {
            for (const { inverted, action, conditions } of rules)
              (inverted ? cannot : can)(action, 'Thing', conditions);
          };
          const ability = buildAbility(actor, [policy]);
          const access = accessSql(ability, 'read', 'Thing', { alias: 't', firstParam: 2 });
          const answer = await client.query<{ n: number }>(
            `select t.n::int as n from jsonb_to_recordset($1) as t (n int, kind text, owner text, amount int) where ${access.sql}`,
            [JSON.stringify(rows.map((one, n) => ({ ...one, n }))), ...access.params],
          );
          const bySql = answer.rows.map((one) => one.n).sort();
          const byAbility = rows.flatMap((one, n) =>
            ability.can('read', tagged('Thing', { ...one }) as never) ? [n] : [],
          );
          expect(bySql).toEqual(byAbility);
        },
      ),
      { numRuns: 1500 },
    );
  });
});
