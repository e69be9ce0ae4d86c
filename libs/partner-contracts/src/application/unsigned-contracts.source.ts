import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Locale } from '#libs/api-schema';
import {
  type DueItem,
  type DueItemSource,
  DueItemSources,
  type DueRule,
  type NotedItem,
} from '#libs/reminders';
import { addDays, copenhagenDate, copenhagenInstant } from '#libs/kernel';
import { Links, type Transaction } from '#libs/platform';
import { contractLink } from './contract-delivery.js';
import { ContractRepository } from './contract.repository.js';
import { writtenDate } from './enquiry-dates.js';

interface UnsignedRow {
  id: string;
  organisation_name: string;
  recipient_name: string;
  recipient_email: string;
  recipient_locale: Locale;
  sent_on: string;
  due_at: Date;
}

/** Tells reminders of contracts that a partner has not signed so many days after they were sent. */
@Injectable()
export class UnsignedContractsSource implements DueItemSource, OnModuleInit {
  readonly kind = 'partner-contracts.contract-unsigned';
  readonly presents = {
    label: { da: 'Garantikontrakt ikke underskrevet', en: 'Guarantee contract not signed' },
    counts: { da: 'dage efter at kontrakten blev sendt', en: 'days after the contract was sent' },
    defaultAfterDays: 7,
  };

  constructor(
    private readonly sources: DueItemSources,
    private readonly contracts: ContractRepository,
    private readonly links: Links,
  ) {}

  onModuleInit(): void {
    this.sources.register(this);
  }

  async due(tx: Transaction, now: Date, rule: DueRule): Promise<DueItem[]> {
    const rows = await tx.query<UnsignedRow>(
      `select c.id, o.name as organisation_name, c.recipient_name, c.recipient_email::text, c.recipient_locale,
         to_char(c.sent_at at time zone 'Europe/Copenhagen', 'YYYY-MM-DD') as sent_on,
         c.sent_at + make_interval(days => $2) as due_at
       from contract c
       join alliances_organisation o on o.alliance_id = c.alliance_id and o.id = c.organisation_id
       where c.alliance_id = $1 and c.status = 'sent' and c.sent_at + make_interval(days => $2) <= $3`,
      [tx.allianceId, rule.afterDays, now],
    );
    return rows.map((row) => ({
      kind: this.kind,
      subject: { kind: 'contract', id: row.id },
      dueAt: row.due_at,
      recipient: { name: row.recipient_name, email: row.recipient_email, locale: row.recipient_locale },
      title: {
        da: `Partnerskabsaftalen for ${row.organisation_name} venter på underskrift`,
        en: `The partnership agreement of ${row.organisation_name} awaits a signature`,
      },
      detail: {
        da: `Sendt ${writtenDate(row.sent_on, 'da')}`,
        en: `Sent ${writtenDate(row.sent_on, 'en')}`,
      },
      path: `kontrakter/${row.id}`,
    }));
  }

  async stillDue(tx: Transaction, item: NotedItem): Promise<boolean> {
    const contract = await this.contracts.find(tx, item.subject.id);
    return contract?.status === 'sent' && contract.recipient.email === item.recipient.email;
  }

  /** A fresh link of its own: the one in the first mail may be gone. */
  async link(tx: Transaction, item: NotedItem): Promise<string> {
    const contract = await this.contracts.find(tx, item.subject.id);
    if (contract === undefined) throw new Error('a contract that is reminded of is not there');
    const lastDay = addDays(copenhagenDate(tx.now()), 30);
    const { url } = await this.links.issue(tx, {
      purpose: contractLink,
      subjectId: contract.id,
      organisationId: contract.organisationId,
      to: { name: item.recipient.name, email: item.recipient.email, locale: item.recipient.locale },
      expiresAt: copenhagenInstant(lastDay),
    });
    return url;
  }
}
