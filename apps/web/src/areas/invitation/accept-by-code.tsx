import { useState } from 'react';
import type { ReactElement } from 'react';
import { useLocation } from '@tanstack/react-router';
import { z } from 'zod';
import { askInvitationCode, oneTimeCode } from '#libs/api-schema';
import { useSend } from '../../api/use-api.js';
import { Button, ButtonLink, CodeField, Form, TextField } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { type AcceptProps, useAccept } from './accept.js';

const nameAndCode = z.strictObject({
  name: z.string().trim().min(1).max(200),
  code: oneTimeCode,
});

/** By a copied link, which proves nothing: sign in, or prove an address by a code. */
export function AcceptByCode(props: AcceptProps): ReactElement {
  const t = useText();
  const [email, setEmail] = useState<string | null>(null);
  const { pathname } = useLocation();
  const ask = useSend('POST', '/api/v1/invitations/{token}/codes', { freshens: [] });
  if (email !== null)
    return (
      <EnterCode
        {...props}
        email={email}
        onOther={() => {
          setEmail(null);
        }}
      />
    );
  return (
    <>
      <p>{t('invitation.copied')}</p>
      <Form
        schema={askInvitationCode}
        saveLabel={t('invitation.sendCode')}
        onSave={async (values) => {
          await ask.mutateAsync({ path: { token: props.token }, body: values });
          return values.email;
        }}
        onSaved={setEmail}
        actions={
          <ButtonLink kind="secondary" to={`/sign-in?to=${encodeURIComponent(pathname)}`}>
            {t('invitation.signIn')}
          </ButtonLink>
        }
      >
        <TextField
          name="email"
          type="email"
          label={t('invitation.email')}
          autoComplete="email"
          required
          width="m"
        />
      </Form>
    </>
  );
}

function EnterCode(props: AcceptProps & { email: string; onOther: () => void }): ReactElement {
  const { token, invitation, email, onAccepted, onOther } = props;
  const t = useText();
  const { accept } = useAccept(token);
  return (
    <>
      <p>{t('invitation.codeSent', { email })}</p>
      <Form
        schema={nameAndCode}
        defaultValues={{ name: invitation.name }}
        saveLabel={t('invitation.accept')}
        onSave={(values) => accept({ ...values, email })}
        onSaved={onAccepted}
        actions={
          <Button kind="tertiary" onClick={onOther}>
            {t('invitation.otherEmail')}
          </Button>
        }
      >
        <CodeField name="code" label={t('invitation.code')} />
        <TextField name="name" label={t('invitation.name')} autoComplete="name" required width="m" />
      </Form>
    </>
  );
}
