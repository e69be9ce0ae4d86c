import { useState } from 'react';
import type { ReactElement } from 'react';
import { redeemSignInCode, requestSignIn } from '#libs/api-schema';
import { useSend } from '../../api/use-api.js';
import { ProviderLogout } from '../../identity/provider-logout.js';
import { Button, CodeField, Form, Notice, Page, TextField, useSearchText } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { ProviderButtons } from '../logins/provider-buttons.js';
import { PasskeySignIn } from './passkey-sign-in.js';
import './start.css';
import { useEnter } from './use-enter.js';

/** Signs in with a mailed link or its code. The answer is the same whether the address is known or not. */
export function SignInPage(): ReactElement {
  const [email, setEmail] = useState<string | null>(null);
  return email === null ? (
    <AskForMail onSent={setEmail} />
  ) : (
    <EnterCode
      email={email}
      onBack={() => {
        setEmail(null);
      }}
    />
  );
}

function AskForMail({ onSent }: { onSent: (email: string) => void }): ReactElement {
  const t = useText();
  const [search] = useSearchText();
  const send = useSend('POST', '/api/v1/sign-in', { freshens: [] });
  return (
    <Page title={t('start.signIn')} lead={t('start.signInLead')} narrow>
      {search['ended'] === undefined ? null : <Notice kind="info">{t('start.ended')}</Notice>}
      {search['erased'] === undefined ? null : (
        <Notice kind="success" title={t('start.erased')} urgent>
          <p>{t('start.erasedHelp')}</p>
        </Notice>
      )}
      <ProviderLogout />
      <Form
        schema={requestSignIn}
        saveLabel={t('start.send')}
        onSave={async (values) => {
          await send.mutateAsync({ body: values });
          return values.email;
        }}
        onSaved={onSent}
      >
        <TextField
          name="email"
          type="email"
          label={t('start.email')}
          autoComplete="email webauthn"
          required
          width="m"
        />
      </Form>
      <OtherWays />
    </Page>
  );
}

/** Ways to sign in besides a mail: each shows nothing where it does not apply. */
function OtherWays(): ReactElement {
  const [search] = useSearchText();
  return (
    <div className="start-ways">
      <PasskeySignIn />
      <ProviderButtons to={search['to']} />
    </div>
  );
}

function EnterCode({ email, onBack }: { email: string; onBack: () => void }): ReactElement {
  const t = useText();
  const enter = useEnter();
  const [search] = useSearchText();
  const redeem = useSend('POST', '/api/v1/sign-in/code', { freshens: [] });
  return (
    <Page title={t('start.sent')} lead={t('start.sentLead', { email })} narrow>
      <Form
        schema={redeemSignInCode}
        defaultValues={{ email }}
        saveLabel={t('start.signIn')}
        onSave={(values) => redeem.mutateAsync({ body: values })}
        onSaved={() => void enter(search['to'])}
        actions={
          <Button kind="tertiary" onClick={onBack}>
            {t('start.otherEmail')}
          </Button>
        }
      >
        <CodeField name="code" label={t('start.code')} />
      </Form>
      <details className="start-help">
        <summary>{t('start.noMail')}</summary>
        <p>{t('start.noMailHelp', { command: `rygrad sign-in-link ${email}` })}</p>
      </details>
    </Page>
  );
}
