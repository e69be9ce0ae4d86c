import type { ReactElement } from 'react';
import { useSend } from '../../api/use-api.js';
import { Dialog, Form } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { passkeyNamed, PasskeyNameField } from './passkey-name.js';

interface RenameProps {
  id: string;
  name: string;
  open: boolean;
  onClose: (renamed: boolean) => void;
}

/** Gives a passkey a name by which its owner knows it. */
export function RenamePasskey({ id, name, open, onClose }: RenameProps): ReactElement {
  const t = useText();
  const rename = useSend('PATCH', '/api/v1/me/passkeys/{passkeyId}', { freshens: ['/api/v1/me/passkeys'] });
  const turnBack = (): void => {
    onClose(false);
  };
  return (
    <Dialog open={open} title={t('account.passkeyRenameOf', { name })} onClose={turnBack}>
      <Form
        schema={passkeyNamed}
        defaultValues={{ passkeyName: name }}
        onSave={({ passkeyName }) =>
          rename.mutateAsync({ path: { passkeyId: id }, body: { name: passkeyName } })
        }
        onSaved={() => {
          onClose(true);
        }}
        onCancel={turnBack}
      >
        <PasskeyNameField />
      </Form>
    </Dialog>
  );
}
