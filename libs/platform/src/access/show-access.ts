import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { AccessView, AllianceRole, PermissionWords, viewAccess } from '#libs/api-schema';
import { newId } from '#libs/kernel';
import type { Transaction } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { People } from '../identity/people.js';
import { Roles } from '../identity/role-source.js';
import { INSTALLATION, type PersonActor, type RoleHeld } from '../tenancy/actor.js';
import { Access, notFound } from './access.js';
import { explainAbility } from './explain-ability.js';
import { Policies } from './policies.js';

type Asked = z.infer<typeof viewAccess>;

/** Fewer people than this are not counted out: the number itself would tell of them. */
const fewestTold = 5;
const mostNames = 20;
/** Stands for the organisation of a role that nobody in particular holds. */
const standIn = INSTALLATION;
const ownOrganisation: PermissionWords = { da: 'egen organisation', en: 'own organisation' };
const withoutOrganisation: ReadonlySet<AllianceRole> = new Set(['secretariat', 'observer']);

/**
 * "See as": what a person or a role may see and do in the alliance. The words come from the registered policies, the
 * numbers from the same SQL and row-level security that their own lists go through. Nothing of a row is shown.
 */
@Injectable()
export class ShowAccess {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: Access,
    private readonly roles: Roles,
    private readonly people: People,
    private readonly policies: Policies,
  ) {}

  /** Looking is logged. @throws DomainError platform/not-found, also for whoever may only look at themselves */
  async run(viewer: PersonActor, asked: Asked): Promise<AccessView> {
    const personId = 'personId' in asked ? asked.personId : newId();
    if (!this.access.allows(viewer, 'read', 'AccessView', { person_id: personId })) throw notFound();
    const subject = 'personId' in asked ? await this.known(viewer, asked) : supposed(viewer, personId, asked);
    const isStandIn = subject.roles.some(({ organisationId }) => organisationId === standIn);
    const names = await this.unitOfWork.actAs(viewer, async (tx) => {
      const found = await namesOf(tx, subject.roles);
      if (subject.roles.some((held) => isUnknown(held, found))) throw notFound();
      const roles = [...new Set(subject.roles.map(({ role }) => role))].join(', ');
      await tx.append('access.access-viewed', { kind: 'person', id: personId }, { roles });
      return found;
    });
    return {
      name: 'personId' in asked ? subject.name : null,
      roles: subject.roles.map(({ role, organisationId }) => ({
        role,
        organisationName: organisationId === null ? null : (names.get(organisationId) ?? null),
      })),
      subjects: explainAbility(this.access.abilityOf(subject), (id) =>
        id === standIn ? ownOrganisation : both(names.get(id) ?? ''),
      ).map(({ rules, ...rest }) => ({ ...rest, rules: [...rules] })),
      // What belongs to an organisation cannot be counted for none in particular.
      lists: isStandIn ? [] : await this.count(subject),
    };
  }

  /** A person of the alliance as they would act, with all their roles or one. */
  private async known(
    viewer: PersonActor,
    asked: Extract<Asked, { personId: string }>,
  ): Promise<PersonActor> {
    const person = await this.people.findById(asked.personId);
    const held = (await this.roles.of(asked.personId)).filter(
      ({ allianceId, role }) =>
        allianceId === viewer.allianceId && (asked.role === undefined || role === asked.role),
    );
    if (person === undefined || held.length === 0) throw notFound();
    const { id, name, email, locale } = person;
    return { ...imagined(viewer, id, held), name, email, locale };
  }

  private async count(subject: PersonActor): Promise<AccessView['lists']> {
    return this.unitOfWork.readAs(subject, async (tx) => {
      const counted: AccessView['lists'] = [];
      for (const { key, label, isPersonData, ...list } of this.policies.lists()) {
        const count = await list.count(tx, (kind, at) => this.access.sql(subject, 'read', kind, at));
        const isSmall = isPersonData === true && count > 0 && count < fewestTold;
        const names = (await list.names?.(tx)) ?? [];
        counted.push({ key, label, count: isSmall ? null : count, names: names.slice(0, mostNames) });
      }
      return counted;
    });
  }
}

function supposed(
  viewer: PersonActor,
  personId: string,
  { role, organisationId }: Extract<Asked, { organisationId: string | null }>,
): PersonActor {
  const own = organisationId ?? (withoutOrganisation.has(role) ? null : standIn);
  return imagined(viewer, personId, [{ role, organisationId: own }]);
}

/** Nobody signs in as this: it lives for the length of one answer and only ever reads numbers. */
function imagined(viewer: PersonActor, personId: string, held: readonly RoleHeld[]): PersonActor {
  return {
    kind: 'person',
    personId,
    sessionId: viewer.sessionId,
    name: '',
    email: '',
    locale: viewer.locale,
    isAdmin: false,
    allianceId: viewer.allianceId,
    roles: held.map(({ role, organisationId }) => ({ role, organisationId })),
  };
}

function isUnknown({ organisationId }: RoleHeld, names: ReadonlyMap<string, string>): boolean {
  return organisationId !== null && organisationId !== standIn && !names.has(organisationId);
}

async function namesOf(tx: Transaction, roles: readonly RoleHeld[]): Promise<Map<string, string>> {
  const ids = roles.flatMap(({ organisationId }) => organisationId ?? []);
  const rows = await tx.query<{ id: string; name: string }>(
    'select id, name from alliances_organisation where alliance_id = $1 and id = any ($2)',
    [tx.allianceId, ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function both(text: string): PermissionWords {
  return { da: text, en: text };
}
