import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { changeReminderRule, changeReminderSettings, reminderRules } from '#libs/api-schema';
import { DomainError, newId } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import { defaultQuietHours, type QuietHours } from '../domain/quiet-hours.js';
import { DueItemSources } from './due-item-sources.js';

type Rules = z.infer<typeof reminderRules>;
type Settings = Rules['settings'];

interface RuleRow {
  kind: string;
  enabled: boolean;
  after_days: number;
  version: number;
}

const defaultMailsPerDay = 2;

/** The alliance's rules: which kinds are reminded of, after how many days, and when anybody is written to. */
@Injectable()
export class ReminderRules {
  constructor(private readonly sources: DueItemSources) {}

  /** All rules, the shipped ones where the alliance has said nothing. */
  async read(tx: Transaction): Promise<Rules> {
    const rows = await tx.query<RuleRow>(
      'select kind, enabled, after_days, version from reminder_rule where alliance_id = $1',
      [tx.allianceId],
    );
    const known = new Map(rows.map((row) => [row.kind, row]));
    const rules = this.sources.all().map((source) => {
      const row = known.get(source.kind);
      return {
        kind: source.kind,
        label: source.presents.label,
        counts: source.presents.counts,
        enabled: row?.enabled ?? true,
        afterDays: row?.after_days ?? source.presents.defaultAfterDays,
        version: row?.version ?? 0,
      };
    });
    return { rules, settings: await this.settings(tx) };
  }

  /** When and how often anybody is written to. */
  async settings(tx: Transaction): Promise<Settings> {
    const [row] = await tx.query<Settings>(
      `select quiet_from as "quietFrom", quiet_to as "quietTo", quiet_on_sundays as "quietOnSundays",
         quiet_on_holidays as "quietOnHolidays", mails_per_day as "mailsPerDay", version
       from reminder_settings where alliance_id = $1`,
      [tx.allianceId],
    );
    return (
      row ?? {
        quietFrom: defaultQuietHours.from,
        quietTo: defaultQuietHours.to,
        quietOnSundays: defaultQuietHours.onSundays,
        quietOnHolidays: defaultQuietHours.onHolidays,
        mailsPerDay: defaultMailsPerDay,
        version: 0,
      }
    );
  }

  /** Changes the rule of a kind. @throws DomainError `reminders/unknown-kind`, `platform/stale` */
  async changeRule(
    tx: Transaction,
    kind: string,
    change: z.infer<typeof changeReminderRule>,
    version: number,
  ): Promise<void> {
    if (this.sources.find(kind) === undefined) throw new DomainError('reminders/unknown-kind');
    const saved = await tx.query<{ id: string }>(
      `insert into reminder_rule as r (id, alliance_id, kind, enabled, after_days, created_at)
       select $1, $2, $3, $4, $5, $6
       where $7 = 0 or exists (select from reminder_rule where alliance_id = $2 and kind = $3)
       on conflict (alliance_id, kind) do update
         set enabled = excluded.enabled, after_days = excluded.after_days, version = r.version + 1
         where r.version = $7
       returning id`,
      [newId(), tx.allianceId, kind, change.enabled, change.afterDays, tx.now(), version],
    );
    if (saved[0] === undefined) throw new DomainError('platform/stale');
    await tx.append(
      'reminders.rule-changed',
      { kind: 'reminder-rule', id: saved[0].id },
      { kind, ...change },
    );
  }

  /** Changes when and how often anybody is written to. @throws DomainError `reminders/no-time-left`, `platform/stale` */
  async changeSettings(
    tx: Transaction,
    change: z.infer<typeof changeReminderSettings>,
    version: number,
  ): Promise<void> {
    if (change.quietTo >= change.quietFrom) throw new DomainError('reminders/no-time-left', {}, 'quietTo');
    const saved = await tx.query<{ id: string }>(
      `insert into reminder_settings as s (id, alliance_id, quiet_from, quiet_to, quiet_on_sundays, quiet_on_holidays,
         mails_per_day, created_at)
       select $1, $2, $3, $4, $5, $6, $7, $8
       where $9 = 0 or exists (select from reminder_settings where alliance_id = $2)
       on conflict (alliance_id) do update
         set quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to,
           quiet_on_sundays = excluded.quiet_on_sundays, quiet_on_holidays = excluded.quiet_on_holidays,
           mails_per_day = excluded.mails_per_day, version = s.version + 1
         where s.version = $9
       returning id`,
      [
        newId(),
        tx.allianceId,
        change.quietFrom,
        change.quietTo,
        change.quietOnSundays,
        change.quietOnHolidays,
        change.mailsPerDay,
        tx.now(),
        version,
      ],
    );
    if (saved[0] === undefined) throw new DomainError('platform/stale');
    await tx.append(
      'reminders.settings-changed',
      { kind: 'reminder-settings', id: saved[0].id },
      { mailsPerDay: change.mailsPerDay },
    );
  }
}

/** The quiet hours within the alliance's settings. */
export function quietHoursOf(settings: Settings): QuietHours {
  return {
    from: settings.quietFrom,
    to: settings.quietTo,
    onSundays: settings.quietOnSundays,
    onHolidays: settings.quietOnHolidays,
  };
}
