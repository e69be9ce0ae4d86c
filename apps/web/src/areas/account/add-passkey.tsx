import { useState } from 'react';
import type { ReactElement } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { ProblemError } from '../../api/problem.js';
import { makePasskey, passkeyProblem } from '../../identity/passkeys.js';
import { Button, Dialog, Form, useToast } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { passkeyNamed, PasskeyNameField } from './passkey-name.js';

/** Adds a passkey: a name first, then the device asks for what it asks for. */
export function AddPasskey(): ReactElement {
  const t = useText();
  const toast = useToast();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const close = (): void => {
    setOpen(false);
  };
  const make = async (name: string): Promise<void> => {
    try {
      await makePasskey(name);
    } catch (error) {
      throw error instanceof ProblemError ? error : deviceProblem(passkeyProblem(error, t));
    }
    await queries.invalidateQueries({ queryKey: ['api', '/api/v1/me/passkeys'] });
  };
  return (
    <>
      <Button
        kind="secondary"
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('account.passkeyAdd')}
      </Button>
      <Dialog open={open} title={t('account.passkeyAdd')} onClose={close}>
        <p>{t('account.passkeyAddHelp')}</p>
        <Form
          schema={passkeyNamed}
          saveLabel={t('account.passkeyAdd')}
          onSave={({ passkeyName }) => make(passkeyName)}
          onSaved={() => {
            close();
            toast({ text: t('account.passkeyAdded') });
          }}
          onCancel={close}
        >
          <PasskeyNameField />
        </Form>
      </Dialog>
    </>
  );
}

/** What the device refused, told as forms tell what the server refuses. */
function deviceProblem(text: string): ProblemError {
  return new ProblemError({ status: 422, code: 'identity/passkey-refused', title: text });
}
