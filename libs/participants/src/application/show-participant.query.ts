import { Injectable } from '@nestjs/common';
import type {
  DestinationSpell,
  ParticipantConsent,
  ParticipantDetail,
  ParticipantFacts,
} from '#libs/api-schema';
import { copenhagenDate, type PlainDate } from '#libs/kernel';
import { Access, type Actor, logPersonAccess, notFound, type Transaction, UnitOfWork } from '#libs/platform';
import { ageBandOf } from '../domain/age-band.js';
import { foldedBasis, standingOf } from '../domain/consent.js';
import { standingOn } from '../domain/destination-spell.js';
import { yearStatuses } from '../domain/year-status.js';
import { ConsentRepository, type StoredConsent } from './consent.repository.js';
import { CprSetting } from './cpr-setting.js';
import { type DestinationType, DestinationTypes } from './destination-types.js';

type Stored = Pick<ParticipantDetail, 'id' | 'version' | 'pseudonym' | 'organisation'> & {
  organisationId: string;
  endsOn: PlainDate;
  withdrawn: boolean;
  cpr: boolean;
  facts: Omit<ParticipantFacts, 'ageBand'>;
};
type StoredSpell = Pick<
  DestinationSpell,
  'id' | 'typeKey' | 'from' | 'to' | 'source' | 'confidence' | 'confirmedOn' | 'confirmedBy' | 'nextReviewOn'
> & { organisationName: string | null; retractedAt: Date | null; retractedReason: string | null };

/** One young person: consents, and what rests on them; leaves a line in the access log. */
@Injectable()
export class ShowParticipant {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: Access,
    private readonly types: DestinationTypes,
    private readonly consents: ConsentRepository,
    private readonly setting: CprSetting,
  ) {}

  /** @throws DomainError platform/not-found, also for participants of other organisations */
  async run(actor: Actor, id: string): Promise<ParticipantDetail> {
    return this.unitOfWork.actAs(actor, async (tx) => {
      const stored = await this.find(tx, id);
      if (
        stored === undefined ||
        !this.access.allows(actor, 'read', 'Participant', { organisation_id: stored.organisationId })
      )
        throw notFound();
      await logPersonAccess(tx, { kind: 'participant', ids: [id] }, 'detail');
      const today = copenhagenDate(tx.now());
      const { version, pseudonym, organisation, endsOn, withdrawn, cpr } = stored;
      const consent = foldedBasis(endsOn, withdrawn, today);
      const history = await this.consents.history(tx, id);
      return {
        ...{ id, version, pseudonym, organisation, consent },
        consents: history.map((one) => withStanding(one, today)),
        cpr: (await this.setting.isOn(tx)) ? (cpr ? 'kept' : 'none') : 'off',
        ...(consent.standing === 'withdrawn' ? hidden : await this.resting(tx, stored, today)),
      };
    });
  }

  private async resting(tx: Transaction, { id, facts }: Stored, today: PlainDate): Promise<Resting> {
    const named = namer(await this.types.list(tx));
    const spells = await this.spellsOf(tx, id);
    return {
      facts: { ...facts, ageBand: ageBandOf(facts.birthYear, Number(today.slice(0, 4))) },
      spells: spells.map((spell) => shown(spell, named, today)),
      years: yearStatuses(
        spells.filter((spell) => spell.retractedAt === null),
        today,
      ).map((status) => ({ ...status, ...named(status.typeKey) })),
    };
  }

  private async find(tx: Transaction, id: string): Promise<Stored | undefined> {
    const [row] = await tx.query<Stored>(
      `select p.id, p.version, p.pseudonym, json_build_object('id', o.id, 'name', o.name) as organisation,
         p.organisation_id as "organisationId", p.consent_ends_on::text as "endsOn", p.consent_withdrawn as withdrawn,
         exists (select from participant_cpr c where c.alliance_id = p.alliance_id and c.participant_id = p.id) as cpr,
         json_build_object('birthYear', p.birth_year, 'sex', p.sex, 'district', p.district, 'school', p.school,
           'outlook', p.outlook, 'insight', p.insight, 'skills', p.skills) as facts
       from participant p
       join alliances_organisation o on o.alliance_id = p.alliance_id and o.id = p.organisation_id
       where p.alliance_id = $1 and p.id = $2`,
      [tx.allianceId, id],
    );
    return row;
  }

  private spellsOf(tx: Transaction, id: string): Promise<StoredSpell[]> {
    return tx.query<StoredSpell>(
      `select s.id, s.type_key as "typeKey", s.from_on::text as "from", s.to_on::text as "to", s.source, s.confidence,
         s.confirmed_on::text as "confirmedOn", s.confirmed_by_name as "confirmedBy",
         s.next_review_on::text as "nextReviewOn", o.name as "organisationName",
         s.retracted_at as "retractedAt", s.retracted_reason as "retractedReason"
       from destination_spell s
       left join alliances_organisation o on o.alliance_id = s.alliance_id and o.id = s.partner_organisation_id
       where s.alliance_id = $1 and s.participant_id = $2 order by s.from_on desc, s.id desc`,
      [tx.allianceId, id],
    );
  }
}

type Resting = Pick<ParticipantDetail, 'facts' | 'spells' | 'years'>;

/** What is left to see of what rested on a consent that was withdrawn. */
const hidden: Resting = { facts: null, spells: [], years: [] };

function withStanding(consent: StoredConsent, today: PlainDate): ParticipantConsent {
  const { withdrawn, givenOn, expiresOn } = consent;
  const withdrawnOn = withdrawn === null ? null : copenhagenDate(new Date(withdrawn.at));
  return { ...consent, standing: standingOf({ givenOn, expiresOn, withdrawnOn }, today) };
}

type TypeName = Pick<DestinationSpell, 'typeKey' | 'typeDa' | 'typeEn' | 'class'>;

function namer(types: readonly DestinationType[]): (key: string) => TypeName {
  const known = new Map(types.map((type) => [type.key, type]));
  return (key) => {
    const type = known.get(key);
    return {
      typeKey: key,
      typeDa: type?.da ?? key,
      typeEn: type?.en ?? key,
      class: (type?.class ?? 'unknown') as TypeName['class'],
    };
  };
}

function shown(spell: StoredSpell, named: (key: string) => TypeName, today: PlainDate): DestinationSpell {
  const { retractedAt, retractedReason, ...rest } = spell;
  return {
    ...rest,
    ...named(spell.typeKey),
    standing: standingOn(spell, today),
    retracted: retractedAt === null ? null : { at: retractedAt.toISOString(), reason: retractedReason ?? '' },
  };
}
