import { useState } from 'react';
import type { ReactElement } from 'react';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { snoozeReminder } from '#libs/api-schema';
import type { overviewItem } from '#libs/api-schema';
import { useSend } from '../../api/use-api.js';
import { Button, DateField, Dialog, Form, problemText, Status, useToast } from '../../kit/index.js';
import { useLanguage } from '../../language/language-provider.js';
import { useFormats } from '../../language/use-formats.js';
import { daysUntil } from '../../language/today.js';
import { useText } from '../../language/use-text.js';
import './overview.css';

/** One thing with a deadline. */
export type DueItem = z.infer<typeof overviewItem>;

interface DueListProps {
  items: readonly DueItem[];
  slug: string;
  allianceId: string;
}

/** What waits, the longest overdue first, each with the way to it, "done" and "put off". */
export function DueList({ items, slug, allianceId }: DueListProps): ReactElement {
  const [putOff, setPutOff] = useState<DueItem | null>(null);
  return (
    <>
      <ul className="bare-list no-max-width">
        {items.map((item) => (
          <DueRow
            key={item.reminderId}
            item={item}
            slug={slug}
            allianceId={allianceId}
            onPutOff={setPutOff}
          />
        ))}
      </ul>
      <PutOff
        item={putOff}
        allianceId={allianceId}
        onClose={() => {
          setPutOff(null);
        }}
      />
    </>
  );
}

/** The address of a due thing: its path stands below the alliance's. */
export function addressOf(slug: string, path: string): string {
  return path.startsWith('/a/') ? path : `/a/${slug}/${path.replace(/^\//, '')}`;
}

interface DueRowProps {
  item: DueItem;
  slug: string;
  allianceId: string;
  onPutOff: (item: DueItem) => void;
}

function DueRow({ item, slug, allianceId, onPutOff }: DueRowProps): ReactElement {
  const t = useText();
  const formats = useFormats();
  const toast = useToast();
  const { language } = useLanguage();
  const title = item.title[language];
  const [now] = useState(() => new Date());
  const isOverdue = item.endsOn === null ? new Date(item.dueAt) < now : daysUntil(item.endsOn) < 0;
  const date = formats.date(item.endsOn ?? item.dueAt);
  const close = useSend('POST', '/api/v1/alliances/{allianceId}/reminders/{reminderId}/done', {
    onDone: () => {
      toast({ text: t('overview.closed', { title }) });
    },
  });
  return (
    <li className="due-row">
      <div className="due-text">
        <p className="due-kind">{item.kindLabel[language]}</p>
        <p className="due-title">
          <Link to={addressOf(slug, item.path)}>{title}</Link>
        </p>
        {item.detail ? <p className="due-detail">{item.detail[language]}</p> : null}
      </div>
      <div className="due-when">
        <Status tone={isOverdue ? 'attention' : 'waiting'}>
          {item.endsOn === null || isOverdue
            ? t(isOverdue ? 'overview.overdue' : 'overview.dueSince', { date })
            : t('overview.endsIn', { days: daysUntil(item.endsOn) })}
        </Status>
      </div>
      <div className="due-actions">
        <Button
          kind="tertiary"
          busy={close.isPending}
          aria-label={t('overview.doneFor', { title })}
          onClick={() => {
            close.mutate(
              { path: { allianceId, reminderId: item.reminderId }, body: {}, version: item.version },
              {
                onError: (error) => {
                  toast({ text: problemText(error, t) });
                },
              },
            );
          }}
        >
          {t('overview.done')}
        </Button>
        <Button
          kind="tertiary"
          aria-label={t('overview.snoozeFor', { title })}
          onClick={() => {
            onPutOff(item);
          }}
        >
          {t('overview.snooze')}
        </Button>
      </div>
    </li>
  );
}

interface PutOffProps {
  item: DueItem | null;
  allianceId: string;
  onClose: () => void;
}

function PutOff({ item, allianceId, onClose }: PutOffProps): ReactElement {
  const t = useText();
  const formats = useFormats();
  const toast = useToast();
  const { language } = useLanguage();
  const snooze = useSend('POST', '/api/v1/alliances/{allianceId}/reminders/{reminderId}/snooze');
  return (
    <Dialog open={item !== null} title={t('overview.snoozeTitle')} onClose={onClose}>
      {item ? (
        <>
          <p>{item.title[language]}</p>
          <Form
            schema={snoozeReminder}
            saveLabel={t('overview.snooze')}
            onCancel={onClose}
            onSave={async (values) => {
              const path = { allianceId, reminderId: item.reminderId };
              await snooze.mutateAsync({ path, body: values, version: item.version });
              return values.until;
            }}
            onSaved={(until) => {
              toast({ text: t('overview.snoozed', { date: formats.date(until) }) });
              onClose();
            }}
          >
            <DateField name="until" label={t('overview.snoozeUntil')} required />
          </Form>
        </>
      ) : null}
    </Dialog>
  );
}
