import type { ReactElement } from 'react';
import type { z } from 'zod';
import type { acceptedInvitation, myInvitations } from '#libs/api-schema';
import { useApi, useSend } from '../../api/use-api.js';
import { Button, ProblemNotice, Section } from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import { welcomePath } from '../overview/welcome.js';
import { useEnter } from '../start/use-enter.js';
import './invitation.css';

type Waiting = z.infer<typeof myInvitations>;

/** Open invitations to one's own addresses; nothing where there are none. */
export function WaitingInvitations(): ReactElement | null {
  const t = useText();
  const { data } = useApi<Waiting>('/api/v1/me/invitations');
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Section title={t('invitation.waiting')}>
      <ul className="invitation-waiting bare-list no-max-width">
        {data.items.map((item) => (
          <WaitingInvitation key={item.id} item={item} />
        ))}
      </ul>
    </Section>
  );
}

function WaitingInvitation({ item }: { item: Waiting['items'][number] }): ReactElement {
  const t = useText();
  const formats = useFormats();
  const enter = useEnter();
  const { id, allianceName: alliance, role, organisationName, invitedBy, expiresAt } = item;
  const accept = useSend<z.infer<typeof acceptedInvitation>>(
    'POST',
    '/api/v1/me/invitations/{invitationId}/accept',
    {
      freshens: [],
      onDone: ({ slug }) => void enter(welcomePath(slug, role)),
    },
  );
  return (
    <li>
      <h3>{t('invitation.waitingAs', { alliance, role })}</h3>
      <p>
        {organisationName === null ? null : `${t('invitation.onBehalf')} ${organisationName}. `}
        {t('invitation.waitingFrom', { by: invitedBy ?? alliance, date: formats.date(expiresAt) })}
      </p>
      {accept.isError ? <ProblemNotice error={accept.error} /> : null}
      <Button
        busy={accept.isPending}
        onClick={() => {
          accept.mutate({ path: { invitationId: id } });
        }}
      >
        {t('invitation.accept')}
      </Button>
    </li>
  );
}
