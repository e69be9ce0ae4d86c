import { useState } from 'react';
import type { ReactElement } from 'react';
import type { AgendaItemView, MeetingDetailView } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useSend } from '../../api/use-api.js';
import { Button, Dialog, EmptyState, problemText, Section, useAnnounce, useToast } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { AgendaItemForm } from './agenda-item-form.js';
import { AgendaItemLine } from './agenda-item-line.js';
import { meetingPaths } from './paths.js';

/** The agenda, which the chair edits until the meeting is over. */
export function Agenda({ meeting }: { meeting: MeetingDetailView }): ReactElement {
  const t = useText();
  const [edited, setEdited] = useState<AgendaItemView | 'new' | null>(null);
  const edits = meeting.you.chair && (meeting.state === 'planned' || meeting.state === 'open');
  const move = useMoveItem(meeting);
  const { items } = meeting;
  const close = (): void => {
    setEdited(null);
  };
  const add = (
    <Button
      kind="secondary"
      onClick={() => {
        setEdited('new');
      }}
    >
      {t('meetings.itemAdd')}
    </Button>
  );
  return (
    <Section title={t('meetings.agenda')} actions={edits && items.length > 0 ? add : null}>
      {items.length === 0 ? (
        <EmptyState title={t('meetings.agendaEmpty')} action={edits ? add : null}>
          {t(edits ? 'meetings.agendaEmptyHelp' : 'meetings.agendaEmptyMember')}
        </EmptyState>
      ) : (
        <>
          <ol className="bare-list no-max-width meetings-agenda">
            {items.map((item) => (
              <AgendaItemLine
                key={item.id}
                item={item}
                count={items.length}
                onEdit={edits ? setEdited : null}
                onMove={edits ? move : null}
              />
            ))}
          </ol>
          <AllottedTime meeting={meeting} />
        </>
      )}
      <Dialog
        open={edited !== null}
        title={t(edited === 'new' ? 'meetings.itemAdd' : 'meetings.itemEdit')}
        onClose={close}
      >
        <AgendaItemForm meetingId={meeting.id} item={edited === 'new' ? null : edited} onClose={close} />
      </Dialog>
    </Section>
  );
}

function AllottedTime({ meeting }: { meeting: MeetingDetailView }): ReactElement {
  const t = useText();
  const planned = meeting.items.reduce((sum, item) => sum + (item.minutes ?? 0), 0);
  const available = Math.round((Date.parse(meeting.endsAt) - Date.parse(meeting.startsAt)) / 60_000);
  return (
    <p className="meetings-soft">
      {planned > available
        ? t('meetings.agendaOver', { over: planned - available })
        : t('meetings.agendaTime', { planned, available })}
    </p>
  );
}

function useMoveItem(meeting: MeetingDetailView): (item: AgendaItemView, by: 1 | -1) => void {
  const t = useText();
  const toast = useToast();
  const announce = useAnnounce();
  const { id: allianceId } = useAlliance();
  const order = useSend('PUT', meetingPaths.order);
  const path = { allianceId, meetingId: meeting.id };
  return (item, by) => {
    const itemIds = meeting.items.map(({ id }) => id);
    const from = itemIds.indexOf(item.id);
    itemIds.splice(from, 1);
    itemIds.splice(from + by, 0, item.id);
    order.mutateAsync({ path, body: { itemIds } }).then(
      () => {
        announce(t('meetings.itemMoved', { title: item.title, position: from + by + 1 }));
      },
      (error: unknown) => {
        toast({ text: problemText(error, t) });
      },
    );
  };
}
