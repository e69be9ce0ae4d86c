import type { ReactElement } from 'react';
import type { z } from 'zod';
import type { scanned } from '#libs/api-schema';
import { useAlliance, useHasRole } from '../../api/session.js';
import { useSend } from '../../api/use-api.js';
import { Button, Page, problemText, Tabs, useToast } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { ReminderList } from './reminder-list.js';
import { ReminderRules } from './reminder-rules.js';
import { addresses } from './reminder-types.js';
import './reminders.css';

/** What is due for whom, whether they were told, and the alliance's rules for it. */
export function RemindersPage(): ReactElement {
  const t = useText();
  const runs = useHasRole('secretariat');
  const lists = [
    { key: 'aabne', label: t('reminders.open'), content: <ReminderList key="open" open /> },
    { key: 'afsluttede', label: t('reminders.closed'), content: <ReminderList key="closed" open={false} /> },
  ];
  const rules = { key: 'regler', label: t('reminders.rules'), content: <ReminderRules /> };
  return (
    <Page title={t('reminders.title')} lead={t('reminders.lead')} actions={runs ? <ScanButton /> : undefined}>
      <Tabs label={t('reminders.parts')} tabs={runs ? [...lists, rules] : lists} />
    </Page>
  );
}

function ScanButton(): ReactElement {
  const t = useText();
  const toast = useToast();
  const { id: allianceId } = useAlliance();
  const scan = useSend<z.infer<typeof scanned>>('POST', addresses.scan);
  return (
    <Button
      kind="secondary"
      busy={scan.isPending}
      onClick={() => {
        scan.mutate(
          { path: { allianceId }, body: {} },
          {
            onSuccess: ({ noted, mails }) => {
              toast({ text: t('reminders.scanned', { noted, mails }) });
            },
            onError: (error) => {
              toast({ text: problemText(error, t) });
            },
          },
        );
      }}
    >
      {t('reminders.scan')}
    </Button>
  );
}
