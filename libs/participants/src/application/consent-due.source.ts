import { Injectable } from '@nestjs/common';
import { addDays, copenhagenDate, copenhagenInstant, type PlainDate } from '#libs/kernel';
import { logPersonAccess, type Transaction } from '#libs/platform';
import type {
  DueDescription,
  DueItem,
  DueItemSource,
  DueRecipient,
  DueRule,
  NotedItem,
} from '#libs/reminders';

interface Expiring {
  readonly id: string;
  readonly endsOn: PlainDate;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly locale: 'da' | 'en';
}

const noticeDays = 30;

/**
 * A consent that ends soon, for whoever recorded it, as long as they are a caseworker of the organisation; else for all
 * its caseworkers. The text says no id: it leaves by mail.
 */
@Injectable()
export class ConsentExpiringSource implements DueItemSource {
  readonly kind = 'participants.consent-expiring';
  readonly presents = {
    label: { da: 'Samtykke udløber', en: 'Consent expires' },
    counts: {
      da: 'dage efter at der er 30 dage, til samtykket udløber',
      en: 'days after there are 30 days left of the consent',
    },
    defaultAfterDays: 0,
  };

  async due(tx: Transaction, now: Date, rule: DueRule): Promise<readonly DueItem[]> {
    const today = copenhagenDate(now);
    const rows = await tx.query<Expiring>(expiring, [
      tx.allianceId,
      today,
      addDays(today, noticeDays - rule.afterDays),
    ]);
    return rows.map((row) => this.item(row, rule));
  }

  async stillDue(tx: Transaction, item: NotedItem): Promise<boolean> {
    const rows = await tx.query(
      `select id from participant
       where alliance_id = $1 and id = $2 and not consent_withdrawn and consent_ends_on between $3 and $4`,
      [
        tx.allianceId,
        item.subject.id,
        copenhagenDate(tx.now()),
        addDays(copenhagenDate(item.dueAt), noticeDays),
      ],
    );
    return rows.length > 0;
  }

  /** The caseworker is told which young person it is, by the municipality's own id. */
  async describe(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, DueDescription>> {
    const rows = await tx.query<{ id: string; pseudonym: string; endsOn: PlainDate }>(
      `select id, pseudonym, consent_ends_on::text as "endsOn" from participant
       where alliance_id = $1 and id = any($2::uuid[]) and not consent_withdrawn`,
      [tx.allianceId, ids],
    );
    await logPersonAccess(tx, { kind: 'participant', ids: rows.map(({ id }) => id) }, 'list');
    return new Map(
      rows.map(({ id, pseudonym, endsOn }) => [
        id,
        {
          endsOn,
          title: {
            da: `Samtykket fra ${pseudonym} udløber den ${written(endsOn, 'da-DK')}`,
            en: `The consent of ${pseudonym} expires on ${written(endsOn, 'en-GB')}`,
          },
        },
      ]),
    );
  }

  private item({ id, endsOn, personId, name, email, locale }: Expiring, rule: DueRule): DueItem {
    const recipient: DueRecipient = { personId, name, email, locale };
    return {
      kind: this.kind,
      subject: { kind: 'participant', id },
      dueAt: copenhagenInstant(addDays(endsOn, rule.afterDays - noticeDays)),
      recipient,
      title: {
        da: `En ungs samtykke udløber den ${written(endsOn, 'da-DK')}`,
        en: `A participant’s consent expires on ${written(endsOn, 'en-GB')}`,
      },
      detail: {
        da: 'Indhent et nyt, hvis den unge stadig vil være med. Ellers kan der ikke registreres mere.',
        en: 'Obtain a new one if they still want to take part. Otherwise nothing more can be recorded.',
      },
      path: `unge/${id}`,
    };
  }
}

function written(day: PlainDate, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
}

const expiring = `
  select p.id, p.consent_ends_on::text as "endsOn", m.person_id as "personId", m.name, m.email::text, m.locale
  from participant p
  left join lateral (
    select c.recorded_by_person_id as person_id from participant_consent c
    where c.alliance_id = p.alliance_id and c.participant_id = p.id and c.withdrawn_at is null
    order by c.expires_on desc, c.created_at desc limit 1) r on true
  join alliances_member m on m.alliance_id = p.alliance_id and m.organisation_id = p.organisation_id
    and m.role = 'caseworker'
    and (m.person_id = r.person_id or not exists (
      select from alliances_member o where o.alliance_id = p.alliance_id and o.organisation_id = p.organisation_id
        and o.role = 'caseworker' and o.person_id = r.person_id))
  where p.alliance_id = $1 and not p.consent_withdrawn and p.consent_ends_on between $2 and $3
  order by p.consent_ends_on, p.id, m.person_id`;
