import { useState } from 'react';
import type { ReactElement } from 'react';
import { z } from 'zod';
import { oneTimeCode } from '#libs/api-schema';
import { useSend } from '../../api/use-api.js';
import { Button, CodeField, Dialog, Form, TextField, useToast } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';

// Names of their own: the page holds other forms.
const newAddress = z.strictObject({ newAddress: z.email().max(254).trim() });
const addressCode = z.strictObject({ addressCode: oneTimeCode });

/** Adds an address: it counts when the code that was mailed to it is typed here. */
export function AddAddress(): ReactElement {
  const t = useText();
  const [open, setOpen] = useState(false);
  const [email, setEmail] = useState<string | null>(null);
  const close = (): void => {
    setOpen(false);
    setEmail(null);
  };
  return (
    <>
      <Button
        kind="secondary"
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('addresses.add')}
      </Button>
      <Dialog open={open} title={t('addresses.add')} onClose={close}>
        {email === null ? (
          <AskCode onSent={setEmail} onCancel={close} />
        ) : (
          <EnterCode email={email} onDone={close} />
        )}
      </Dialog>
    </>
  );
}

function AskCode({
  onSent,
  onCancel,
}: {
  onSent: (email: string) => void;
  onCancel: () => void;
}): ReactElement {
  const t = useText();
  const ask = useSend('POST', '/api/v1/me/addresses/codes', { freshens: [] });
  return (
    <Form
      schema={newAddress}
      saveLabel={t('addresses.sendCode')}
      onSave={async (values) => {
        await ask.mutateAsync({ body: { email: values.newAddress } });
        return values.newAddress;
      }}
      onSaved={onSent}
      onCancel={onCancel}
    >
      <TextField
        name="newAddress"
        type="email"
        label={t('addresses.new')}
        hint={t('addresses.newHint')}
        autoComplete="email"
        required
      />
    </Form>
  );
}

function EnterCode({ email, onDone }: { email: string; onDone: () => void }): ReactElement {
  const t = useText();
  const toast = useToast();
  const add = useSend('POST', '/api/v1/me/addresses', { freshens: ['/api/v1/me/addresses'] });
  return (
    <Form
      schema={addressCode}
      saveLabel={t('addresses.add')}
      onSave={(values) => add.mutateAsync({ body: { email, code: values.addressCode } })}
      onSaved={() => {
        toast({ text: t('addresses.added', { email }) });
        onDone();
      }}
      onCancel={onDone}
    >
      <p>{t('addresses.codeSent', { email })}</p>
      <CodeField name="addressCode" label={t('addresses.code')} />
    </Form>
  );
}
