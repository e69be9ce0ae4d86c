import { useState } from 'react';
import type { ReactElement } from 'react';
import { Link } from '@tanstack/react-router';
import { useAlliance, useHasRole } from '../../api/session.js';
import { DataTable, EmptyState } from '../../kit/index.js';
import type { Column, ListFilter } from '../../kit/index.js';
import { useLanguage } from '../../language/language-provider.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import { MailState, shownState } from './mail-state.js';
import { ReminderChoices } from './reminder-choices.js';
import { addresses } from './reminder-types.js';
import type { Reminder } from './reminder-types.js';
import { SnoozeDialog } from './snooze-dialog.js';

/** The open or the closed reminders that the person may see. */
export function ReminderList({ open }: { open: boolean }): ReactElement {
  const t = useText();
  const { id } = useAlliance();
  const [putOff, setPutOff] = useState<Reminder | null>(null);
  const columns = useColumns(open, setPutOff);
  const states = useStateFilter();
  return (
    <>
      <DataTable<Reminder>
        name={t(open ? 'reminders.open' : 'reminders.closed')}
        path={addresses.list}
        params={{ allianceId: id }}
        fixed={{ open: String(open) }}
        columns={columns}
        rowKey={(reminder) => reminder.id}
        defaultSort={open ? 'due' : '-due'}
        filters={[states]}
        exportAs="paamindelser"
        empty={
          <EmptyState title={t(open ? 'reminders.none' : 'reminders.noneClosed')}>
            {t(open ? 'reminders.noneHelp' : 'reminders.noneClosedHelp')}
          </EmptyState>
        }
      />
      <SnoozeDialog
        reminder={putOff}
        onClose={() => {
          setPutOff(null);
        }}
      />
    </>
  );
}

function useColumns(open: boolean, onPutOff: (reminder: Reminder) => void): Column<Reminder>[] {
  const t = useText();
  const formats = useFormats();
  const { language } = useLanguage();
  const { slug } = useAlliance();
  const runs = useHasRole('secretariat');
  const columns: Column<Reminder>[] = [
    {
      key: 'title',
      header: t('reminders.thing'),
      isName: true,
      text: (reminder) => reminder.title[language],
      cell: (reminder) => (
        <div>
          <Link to={`/a/${slug}/${reminder.path}`}>{reminder.title[language]}</Link>
          {reminder.detail ? <p className="reminders-explain">{reminder.detail[language]}</p> : null}
        </div>
      ),
    },
    {
      key: 'due',
      header: t('reminders.due'),
      sortable: true,
      text: (reminder) => formats.date(reminder.dueAt),
      cell: (reminder) => <span className="reminders-date">{formats.date(reminder.dueAt)}</span>,
    },
    {
      key: 'recipient',
      header: t('reminders.recipient'),
      sortable: true,
      text: ({ recipient }) => `${recipient.name} <${recipient.email}>`,
      cell: ({ recipient }) => (
        <div>
          {recipient.name}
          <p className="reminders-explain">{recipient.email}</p>
        </div>
      ),
    },
    {
      key: 'mail',
      header: t('reminders.mail'),
      text: (reminder) => t(`reminders.state.${shownState(reminder)}`),
      cell: (reminder) => <MailState reminder={reminder} />,
    },
  ];
  if (open)
    columns.push({
      key: 'choices',
      header: t('reminders.choices'),
      text: () => '',
      cell: (reminder) => <ReminderChoices reminder={reminder} mayResend={runs} onPutOff={onPutOff} />,
    });
  return columns;
}

const filtered = ['pending', 'sending', 'sent', 'uncertain', 'failed', 'on_screen', 'dropped'] as const;

function useStateFilter(): ListFilter {
  const t = useText();
  const options = filtered.map((state) => ({ value: state, label: t(`reminders.state.${state}`) }));
  return { key: 'state', label: t('reminders.mail'), options };
}
