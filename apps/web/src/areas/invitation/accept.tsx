import type { ReactElement } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { closeLiveSocket } from '../../api/socket.js';
import { useSend } from '../../api/use-api.js';
import { Button, Form, Notice, ProblemNotice, TextField } from '../../kit/index.js';
import { useLanguage } from '../../language/language-provider.js';
import { useText } from '../../language/use-text.js';
import type { Accepted, Invitation } from './invitation-page.js';

/** What each way of accepting needs. */
export interface AcceptProps {
  token: string;
  invitation: Invitation;
  onAccepted: (answer: Accepted) => void;
}

const acceptPath = '/api/v1/invitations/{token}/accept';

/** Sends the acceptance. */
export function useAccept(token: string) {
  const { language } = useLanguage();
  const send = useSend<Accepted>('POST', acceptPath, { freshens: [] });
  const accept = (given: { name?: string; email?: string; code?: string }): Promise<Accepted> =>
    send.mutateAsync({ path: { token }, body: { ...given, locale: language } });
  return { accept, send };
}

interface AcceptSignedInProps extends AcceptProps {
  as: NonNullable<Invitation['signedInAs']>;
}

/** As whoever is signed in: it may be somebody other than the invited one, and then it says so. */
export function AcceptSignedIn({
  token,
  onAccepted,
  as: { name, email, isInvited },
}: AcceptSignedInProps): ReactElement {
  const t = useText();
  const queries = useQueryClient();
  const { accept, send } = useAccept(token);
  const signOut = useSend('POST', '/api/v1/sign-out', {
    freshens: [],
    onDone: () => {
      closeLiveSocket();
      void queries.resetQueries();
    },
  });
  return (
    <>
      {isInvited ? (
        <p>{t('invitation.asYou', { name, email })}</p>
      ) : (
        <Notice kind="warning">
          <p>{t('invitation.asOther', { name, email })}</p>
        </Notice>
      )}
      {send.isError ? <ProblemNotice error={send.error} /> : null}
      <div className="form-actions">
        <Button busy={send.isPending} onClick={() => void accept({}).then(onAccepted, () => undefined)}>
          {t('invitation.acceptAs', { name })}
        </Button>
        <Button
          kind="secondary"
          busy={signOut.isPending}
          onClick={() => {
            signOut.mutate({});
          }}
        >
          {t('invitation.other')}
        </Button>
      </div>
    </>
  );
}

const nameOnly = z.strictObject({ name: z.string().trim().min(1).max(200) });

/** By the link of the mail, which proves the invited address. */
export function AcceptByMail({ token, invitation, onAccepted }: AcceptProps): ReactElement {
  const t = useText();
  const { accept, send } = useAccept(token);
  if (invitation.hasAccount === true)
    return (
      <>
        <p>{t('invitation.hasAccount')}</p>
        {send.isError ? <ProblemNotice error={send.error} /> : null}
        <Button busy={send.isPending} onClick={() => void accept({}).then(onAccepted, () => undefined)}>
          {t('invitation.accept')}
        </Button>
      </>
    );
  return (
    <Form
      schema={nameOnly}
      defaultValues={{ name: invitation.name }}
      saveLabel={t('invitation.accept')}
      onSave={accept}
      onSaved={onAccepted}
    >
      <p>{t('invitation.newAccount')}</p>
      <TextField name="name" label={t('invitation.name')} autoComplete="name" required width="m" />
    </Form>
  );
}
