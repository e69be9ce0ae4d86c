import { useState } from 'react';
import type { ReactElement } from 'react';
import { useQuery } from '@tanstack/react-query';
import { confirmByCode } from '#libs/api-schema';
import { mePath } from '../api/session.js';
import type { Me } from '../api/session.js';
import { apiQuery, useApi, useSend } from '../api/use-api.js';
import { Button, CodeField, Dialog, Form, Loaded, Notice, problemText } from '../kit/index.js';
import { useText } from '../language/use-text.js';
import { ConfirmAtProvider, stepUpPath } from './confirm-at-provider.js';
import type { StepUpState } from './confirm-at-provider.js';
import { confirmWithPasskey, passkeyProblem, passkeysWork } from './passkeys.js';

interface DialogProps {
  onDone: (confirmed: boolean) => void;
}

/** Confirming who one is, with a passkey, at the own organisation or with a mailed code. Closing it means: not now. */
export function ConfirmDialog({ onDone }: DialogProps): ReactElement {
  const t = useText();
  const state = useApi<StepUpState>(stepUpPath);
  return (
    <Dialog
      open
      title={t('identity.confirm')}
      onClose={() => {
        onDone(false);
      }}
    >
      <p>{t('identity.confirmWhy')}</p>
      <Loaded query={state}>{(known) => <Ways {...known} onDone={onDone} />}</Loaded>
    </Dialog>
  );
}

function Ways({ email, methods, provider, onDone }: StepUpState & DialogProps): ReactElement {
  const t = useText();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [sent, setSent] = useState(false);
  const send = useSend('POST', '/api/v1/me/step-up/code', { freshens: [] });
  const withPasskey = methods.includes('passkey') && passkeysWork();
  const tryPasskey = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await confirmWithPasskey();
      onDone(true);
    } catch (error) {
      setProblem(passkeyProblem(error, t));
    } finally {
      setBusy(false);
    }
  };
  const sendCode = (): void => {
    setProblem(null);
    send.mutate(
      { body: {} },
      {
        onSuccess: () => {
          setSent(true);
        },
        onError: (error) => {
          setProblem(problemText(error, t));
        },
      },
    );
  };
  return (
    <>
      {problem === null ? null : (
        <Notice kind="error" urgent>
          <p>{problem}</p>
        </Notice>
      )}
      {sent ? <EnterCode email={email} onDone={onDone} onSendAnother={sendCode} /> : null}
      <div className="form-actions">
        {withPasskey ? (
          <Button kind={sent ? 'secondary' : 'primary'} busy={busy} onClick={() => void tryPasskey()}>
            {t('identity.usePasskey')}
          </Button>
        ) : null}
        {provider === null ? null : (
          <ConfirmAtProvider
            provider={provider}
            kind={sent || withPasskey ? 'secondary' : 'primary'}
            onProblem={setProblem}
            onDone={() => {
              onDone(true);
            }}
          />
        )}
        {sent ? null : (
          <Button
            kind={withPasskey || provider !== null ? 'secondary' : 'primary'}
            busy={send.isPending}
            onClick={sendCode}
          >
            {t('identity.sendCode')}
          </Button>
        )}
      </div>
    </>
  );
}

function EnterCode(props: { email: string; onSendAnother: () => void } & DialogProps): ReactElement {
  const { email, onSendAnother, onDone } = props;
  const t = useText();
  const confirm = useSend('POST', '/api/v1/me/step-up', { freshens: [] });
  const { data: me } = useQuery({ ...apiQuery<Me>(mePath), enabled: false });
  return (
    <>
      <p role="status">
        {me?.mode.mailOnScreen === true ? t('identity.codeOnScreen') : t('identity.codeSent', { email })}
      </p>
      <Form
        schema={confirmByCode}
        saveLabel={t('identity.confirm')}
        onSave={(values) => confirm.mutateAsync({ body: values })}
        onSaved={() => {
          onDone(true);
        }}
        actions={
          <Button kind="tertiary" onClick={onSendAnother}>
            {t('identity.sendAnother')}
          </Button>
        }
      >
        <CodeField name="code" label={t('identity.code')} />
      </Form>
    </>
  );
}
