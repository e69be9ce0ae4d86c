import { useState } from 'react';
import type { ReactElement } from 'react';
import { useAlliance, useMe } from '../../api/session.js';
import { useApi } from '../../api/use-api.js';
import { Button, EmptyState, Facts, Loaded, Section, Status, Table } from '../../kit/index.js';
import type { Language } from '../../language/define-messages.js';
import { useLanguage } from '../../language/language-provider.js';
import { useText } from '../../language/use-text.js';
import { MailTest } from './mail-test.js';
import { addresses } from './reminder-types.js';
import type { Rule, Rules, Settings } from './reminder-types.js';
import { RuleDialog } from './rule-dialog.js';
import { SettingsDialog } from './settings-dialog.js';

/** What is reminded of, after how long, and when anybody is written to. */
export function ReminderRules(): ReactElement {
  const { id } = useAlliance();
  const me = useMe();
  const rules = useApi<Rules>(addresses.rules, { path: { allianceId: id } });
  return (
    <Loaded query={rules}>
      {(answer) => (
        <>
          <Kinds rules={answer.rules} />
          <Quiet settings={answer.settings} />
          {me.data?.person.isAdmin ? <MailTest email={me.data.person.email} /> : null}
        </>
      )}
    </Loaded>
  );
}

function Kinds({ rules }: { rules: readonly Rule[] }): ReactElement {
  const t = useText();
  const { language } = useLanguage();
  const [changed, setChanged] = useState<Rule | null>(null);
  if (rules.length === 0) return <EmptyState title={t('reminders.rulesNone')} />;
  return (
    <Section title={t('reminders.rulesKinds')}>
      <Table<Rule>
        name={t('reminders.rulesKinds')}
        rows={rules}
        rowKey={(rule) => rule.kind}
        columns={[
          { key: 'kind', header: t('reminders.kind'), isName: true, cell: (rule) => rule.label[language] },
          {
            key: 'when',
            header: t('reminders.when'),
            cell: (rule) => `${t('reminders.afterDays', { days: rule.afterDays })} ${rule.counts[language]}`,
          },
          {
            key: 'enabled',
            header: t('reminders.ruleEnabled'),
            cell: (rule) => (
              <Status tone={rule.enabled ? 'good' : 'ended'}>
                {t(rule.enabled ? 'reminders.on' : 'reminders.off')}
              </Status>
            ),
          },
          {
            key: 'change',
            header: t('reminders.choices'),
            cell: (rule) => (
              <Button
                kind="tertiary"
                aria-label={t('reminders.changeOf', { title: rule.label[language] })}
                onClick={() => {
                  setChanged(rule);
                }}
              >
                {t('reminders.change')}
              </Button>
            ),
          },
        ]}
      />
      <RuleDialog
        rule={changed}
        onClose={() => {
          setChanged(null);
        }}
      />
    </Section>
  );
}

function Quiet({ settings }: { settings: Settings }): ReactElement {
  const t = useText();
  const { language } = useLanguage();
  const [open, setOpen] = useState(false);
  const days = [
    ...(settings.quietOnSundays ? [t('reminders.sundaysShort')] : []),
    ...(settings.quietOnHolidays ? [t('reminders.holidaysShort')] : []),
  ];
  return (
    <Section
      title={t('reminders.quiet')}
      actions={
        <Button
          kind="secondary"
          aria-label={t('reminders.changeOf', { title: t('reminders.quiet') })}
          onClick={() => {
            setOpen(true);
          }}
        >
          {t('reminders.change')}
        </Button>
      }
    >
      <p>{t('reminders.gathered')}</p>
      <Facts
        rows={[
          [
            t('reminders.quietHours'),
            t('reminders.quietFromTo', {
              from: clock(settings.quietFrom, language),
              to: clock(settings.quietTo, language),
            }),
          ],
          [t('reminders.quietDays'), days.length > 0 ? days.join(', ') : t('reminders.noQuietDays')],
          [t('reminders.mailsPerDay'), t('reminders.mails', { count: settings.mailsPerDay })],
        ]}
      />
      <SettingsDialog
        open={open}
        settings={settings}
        onClose={() => {
          setOpen(false);
        }}
      />
    </Section>
  );
}

/** Danes write 20.00 where others write 20:00. */
function clock(time: string, language: Language): string {
  return language === 'da' ? time.replace(':', '.') : time;
}
