import { useState } from 'react';
import type { ReactElement } from 'react';
import type { z } from 'zod';
import type { acceptedInvitation, openInvitation } from '#libs/api-schema';
import { useApi } from '../../api/use-api.js';
import { ButtonLink, Facts, Loading, Notice, Page, problemText, useRouteParams } from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import { ProviderButtons } from '../logins/provider-buttons.js';
import { welcomePath } from '../overview/welcome.js';
import { useEnter } from '../start/use-enter.js';
import { AcceptByCode } from './accept-by-code.js';
import { AcceptByMail, AcceptSignedIn } from './accept.js';
import { invitationRoute } from './routes.js';

/** An invitation in somebody's hands. */
export type Invitation = z.infer<typeof openInvitation>;
/** What came of accepting it. */
export type Accepted = z.infer<typeof acceptedInvitation>;

/** What the link of an invitation shows. Looking spends nothing; only a button accepts. */
export function InvitationPage(): ReactElement {
  const t = useText();
  const { token } = useRouteParams(invitationRoute);
  const query = useApi<Invitation>('/api/v1/invitations/{token}', { path: { token } });
  const [joined, setJoined] = useState<Invitation | null>(null);
  if (joined !== null) return <Joined invitation={joined} />;
  if (query.isError)
    return (
      <Page title={t('invitation.problem')} narrow>
        <Notice kind="error" actions={<ButtonLink to="/">{t('shell.home')}</ButtonLink>}>
          <p>{problemText(query.error, t)}</p>
        </Notice>
      </Page>
    );
  if (query.data === undefined) return <Loading />;
  return <Open token={token} invitation={query.data} onJoined={setJoined} />;
}

interface OpenProps {
  token: string;
  invitation: Invitation;
  onJoined: (invitation: Invitation) => void;
}

function Open({ token, invitation, onJoined }: OpenProps): ReactElement {
  const t = useText();
  const formats = useFormats();
  const enter = useEnter();
  const { allianceName: alliance, invitedBy: by, role, organisationName, email, expiresAt } = invitation;
  const accepted = ({ slug, signedIn }: Accepted): void => {
    if (signedIn) void enter(welcomePath(slug, role));
    else onJoined(invitation);
  };
  const lead =
    by === null
      ? t('invitation.leadNobody', { role, alliance })
      : t('invitation.lead', { by, role, alliance });
  return (
    <Page title={t('invitation.title', { alliance })} lead={lead} narrow>
      <Facts
        rows={[
          ...(organisationName === null ? [] : [[t('invitation.onBehalf'), organisationName] as const]),
          ...(email === null ? [] : [[t('invitation.sentTo'), email] as const]),
          [t('invitation.means'), t(`invitation.can.${role}`)],
          [t('invitation.until'), formats.dateTime(expiresAt)],
        ]}
      />
      <Accepting token={token} invitation={invitation} onAccepted={accepted} />
    </Page>
  );
}

/** How one accepts: as whoever is signed in, by the mail's own proof, or by a code. */
function Accepting(props: {
  token: string;
  invitation: Invitation;
  onAccepted: (answer: Accepted) => void;
}): ReactElement {
  const { signedInAs, provesAddress } = props.invitation;
  if (signedInAs !== null) return <AcceptSignedIn {...props} as={signedInAs} />;
  return (
    <>
      {provesAddress ? <AcceptByMail {...props} /> : <AcceptByCode {...props} />}
      <ProviderButtons to={`/invitation/${props.token}`} invitation={props.token} />
    </>
  );
}

function Joined({ invitation }: { invitation: Invitation }): ReactElement {
  const t = useText();
  const to = welcomePath(invitation.slug, invitation.role);
  return (
    <Page
      title={t('invitation.joined', { alliance: invitation.allianceName })}
      lead={t('invitation.joinedLead')}
      narrow
    >
      <ButtonLink to={`/sign-in?to=${encodeURIComponent(to)}`}>{t('invitation.signIn')}</ButtonLink>
    </Page>
  );
}
