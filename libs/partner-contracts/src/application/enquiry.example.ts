import { Injectable } from '@nestjs/common';
import type { Example, ExamplePart } from '#libs/alliances';
import { type AgeBand, enquiryConsentVersion } from '#libs/api-schema';
import { addDays, addMonths, copenhagenDate, copenhagenInstant, newId } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import { stepOfMove } from '../domain/enquiry.js';
import { enquiryKeptMonths } from './enquiry.person-data.js';
import {
  inventedCaseworker,
  type InventedChain,
  type InventedPartner,
  type InventedStep,
  inventEnquiries,
} from '../domain/invent-enquiries.js';

/** Enough that most months can be shown although small numbers are hidden. */
const howMany = 420;
const firstNames = [
  ...['Freja', 'Noah', 'Alma', 'Oscar', 'Ida', 'Emil', 'Sofie', 'Malthe', 'Yasmin', 'Storm', 'Åse', 'Mikkel'],
  ...['Laura', 'Viktor', 'Amina', 'Anton', 'Mathilde', 'Oleksandr', 'Caroline', 'Jonas', 'Naja', 'Tobias'],
];
/** What the young person hopes for, and the place that answers it. */
const hopes = [
  ['Jeg vil gerne prøve to ugers praktik.', 'To ugers praktik'],
  ['Jeg leder efter et fritidsjob om lørdagen.', 'Fritidsjob om lørdagen'],
  ['Jeg vil gerne i lære, helst til sommer.', 'Læreplads fra august'],
  ['Jeg vil bare gerne se, hvordan der er at arbejde hos jer.', 'En dag på værkstedet'],
  ['Jeg er i tvivl om min uddannelse og vil gerne prøve noget andet.', 'Fire ugers virksomhedspraktik'],
  ['Jeg har været væk fra skolen længe og vil gerne begynde i det små.', 'Småjob to formiddage om ugen'],
] as const;
const bands: readonly AgeBand[] = ['13-15', '16-17', '16-17', '18-24', '18-24', '18-24', '25-29'];

interface Told {
  readonly id: string;
  /** When the retention took the person and the free text out of it. */
  readonly erasedAt: Date | null;
  readonly chain: InventedChain;
  readonly hope: (typeof hopes)[number];
}

/** Fills the example alliance with invented enquiries: most promises kept, some not, some still open. */
@Injectable()
export class EnquiryExample implements ExamplePart {
  readonly name = 'enquiries';
  readonly order = 30;

  /** Writes chains as their actions would have left them on the days they stand for; no mails. */
  async fill(tx: Transaction, example: Example): Promise<void> {
    const random = (): number => example.random();
    const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
    const partners = await tx.query<InventedPartner & { contact: string }>(
      `select o.id, o.name, c.response_days as "responseDays", c.starts_on::text as "startsOn",
         coalesce((select k.name from alliances_contact k where k.alliance_id = o.alliance_id
           and k.organisation_id = o.id order by k.is_primary desc, k.id limit 1), o.name) as contact
       from partner_contracts_active_contract c
       join alliances_organisation o on o.alliance_id = c.alliance_id and o.id = c.organisation_id
       where c.alliance_id = $1 order by o.name, o.id`,
      [tx.allianceId],
    );
    const day = { today: example.today, now: tx.now() };
    const told = inventEnquiries(howMany, partners, day, random).map((chain): Told => ({
      id: newId(),
      erasedAt: outdatedAt(chain.enquiry.endedAt, tx.now()),
      chain,
      hope: pick(hopes),
    }));
    const write = (sql: string, rows: readonly unknown[]): Promise<unknown> =>
      tx.query(sql, [tx.allianceId, example.municipalityId, JSON.stringify(rows)]);
    await write(
      insertEnquiries,
      told.map(({ id, chain, erasedAt }) => ({
        ...chain.enquiry,
        id,
        erasedAt,
        steps: chain.steps.length,
        channel: pick(channels),
      })),
    );
    await write(
      insertPeople,
      told
        .filter(({ erasedAt }) => erasedAt === null)
        .map(({ id, chain: { enquiry }, hope: [wish] }) => ({
          id,
          holderId: enquiry.holderId,
          firstName: pick(firstNames),
          ageBand: pick(bands),
          wish,
          consent: enquiryConsentVersion,
          at: enquiry.receivedAt,
        })),
    );
    const contacts = new Map(partners.map(({ name, contact }) => [name, contact]));
    await write(
      insertSteps,
      told.flatMap((one) => one.chain.steps.map((step) => stepRow(one, step, contacts))),
    );
    await this.tell(tx, told, new Map(partners.map(({ id, name }) => [id, name])));
  }

  /** The newest of it in the feed. */
  private async tell(
    tx: Transaction,
    told: readonly Told[],
    names: ReadonlyMap<string, string>,
  ): Promise<void> {
    for (const { id, chain } of told.slice(0, 3))
      await tx.append(
        'enquiries.enquiry-received',
        { kind: 'enquiry', id },
        { partnerName: names.get(chain.enquiry.partnerId) ?? '', channel: 'caseworker' },
      );
    for (const { id, chain } of told
      .filter(({ chain: { enquiry } }) => enquiry.state === 'offered')
      .slice(0, 2))
      await tx.append(
        'enquiries.place-offered',
        { kind: 'enquiry', id },
        {
          partnerName: names.get(chain.enquiry.partnerId) ?? '',
          holderName: names.get(chain.enquiry.holderId) ?? '',
        },
      );
  }
}

/** Nobody comes alone: whoever does has no caseworker, and all of these have one. */
const channels = ['caseworker', 'caseworker', 'caseworker', 'school', 'school'] as const;

/** When the rule of retention took the person out of an enquiry that ended long enough ago. */
function outdatedAt(endedAt: Date | null, now: Date): Date | null {
  if (endedAt === null) return null;
  const at = copenhagenInstant(addMonths(copenhagenDate(endedAt), enquiryKeptMonths));
  return at <= now ? at : null;
}

/** A move as the timeline has it; what the retention has been through says no more than who moved when. */
function stepRow(
  { id, hope, erasedAt }: Told,
  step: InventedStep,
  contacts: ReadonlyMap<string, string>,
): object {
  const tells = erasedAt === null;
  const offers = tells && (step.what === 'offer' || step.what === 'accept');
  const toCoordinator = step.to?.kind === 'coordinator';
  return {
    id: newId(),
    enquiryId: id,
    kind: step.what === 'receive' ? 'received' : stepOfMove[step.what],
    at: step.at,
    by: step.what === 'receive' ? inventedCaseworker : step.by,
    toId: step.to?.kind === 'partner' ? step.to.organisationId : null,
    coordinatorKind: toCoordinator ? 'internship-coordinator' : null,
    coordinatorName: step.to?.kind === 'coordinator' ? step.to.name : null,
    coordinatorEmail: toCoordinator ? 'praktik@fgu-vendsyssel.example' : null,
    place: tells && step.what === 'offer' ? hope[1] : null,
    startsOn: tells && step.what === 'offer' ? addDays(copenhagenDate(step.at), 12) : null,
    contact: offers ? (contacts.get(step.by) ?? step.by) : null,
    reach: offers ? 'ring på hovednummeret' : null,
    note: tells && step.what === 'decline' ? 'Vi har desværre ingen plads før sommerferien.' : null,
  };
}

const insertEnquiries = `
  insert into enquiry (id, alliance_id, partner_organisation_id, holder_organisation_id, handed_on_by_organisation_id,
    case_organisation_id, coordinator, channel, state, response_days, received_at, response_due_at, act_due_at,
    answered_at, ended_at, person_erased_at, version, created_at)
  select e.id, $1, e."partnerId", e."holderId", e."handedOnById", $2, e.coordinator, e.channel, e.state,
    e."responseDays", e."receivedAt", e."responseDueAt", e."actDueAt", e."answeredAt", e."endedAt", e."erasedAt", e.steps,
    e."receivedAt"
  from jsonb_to_recordset($3::jsonb) as e (id uuid, "partnerId" uuid, "holderId" uuid, "handedOnById" uuid,
    coordinator text, channel text, state text, "responseDays" int, "receivedAt" timestamptz,
    "responseDueAt" timestamptz, "actDueAt" timestamptz, "answeredAt" timestamptz, "endedAt" timestamptz, "erasedAt" timestamptz, steps int)`;

const insertPeople = `
  insert into enquiry_person (id, alliance_id, enquiry_id, case_organisation_id, holder_organisation_id, first_name,
    age_band, wish, contact_channel, locale, consent_version, consented_at, created_at)
  select p.id, $1, p.id, $2, p."holderId", p."firstName", p."ageBand", p.wish, 'through-caseworker', 'da', p.consent,
    p.at, p.at
  from jsonb_to_recordset($3::jsonb) as p (id uuid, "holderId" uuid, "firstName" text, "ageBand" text, wish text,
    consent text, at timestamptz)`;

const insertSteps = `
  insert into enquiry_step (id, alliance_id, enquiry_id, kind, happened_at, by_name, to_organisation_id,
    coordinator_kind, coordinator_name, coordinator_email, place, starts_on, contact_person, contact_reach, note)
  select s.id, $1, s."enquiryId", s.kind, s.at, s."by", s."toId", s."coordinatorKind", s."coordinatorName",
    s."coordinatorEmail", s.place, s."startsOn", s.contact, s.reach, s.note
  from jsonb_to_recordset($3::jsonb) as s (id uuid, "enquiryId" uuid, kind text, at timestamptz, "by" text, "toId" uuid,
    "coordinatorKind" text, "coordinatorName" text, "coordinatorEmail" text, place text, "startsOn" date, contact text,
    reach text, note text)
  where $2::uuid is not null`;
