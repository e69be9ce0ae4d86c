import type { ReactElement } from 'react';
import { z } from 'zod';
import { renamePasskey } from '#libs/api-schema';
import { TextField } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';

/** A passkey's name under a key of its own: the page has another field for the person's name. */
export const passkeyNamed = z.strictObject({ passkeyName: renamePasskey.shape.name });

/** What a passkey is called. */
export function PasskeyNameField(): ReactElement {
  const t = useText();
  return (
    <TextField
      name="passkeyName"
      label={t('account.passkeyName')}
      hint={t('account.passkeyNameHint')}
      required
      width="m"
    />
  );
}
