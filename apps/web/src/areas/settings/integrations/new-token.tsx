import { useState } from 'react';
import type { ReactElement } from 'react';
import type { z } from 'zod';
import { type createdToken, createToken, tokenScopes } from '#libs/api-schema';
import { useAlliance } from '../../../api/session.js';
import { useSend } from '../../../api/use-api.js';
import { CheckboxGroupField, DateField, Dialog, Form, TextField } from '../../../kit/index.js';
import { useText } from '../../../language/use-text.js';
import { integrationPaths as paths } from './paths.js';
import { useScopeWords } from './scope-words.js';
import { SecretOnce } from './secret-once.js';

/** Makes a token in a dialog, and shows it once. */
export function NewToken({ open, onClose }: { open: boolean; onClose: () => void }): ReactElement {
  const t = useText();
  const scope = useScopeWords();
  const { id } = useAlliance();
  const [token, setToken] = useState<string | null>(null);
  const make = useSend<z.infer<typeof createdToken>>('POST', paths.tokens, { freshens: [paths.tokens] });
  return (
    <>
      <Dialog open={open} title={t('integrations.newToken')} onClose={onClose}>
        <Form
          schema={createToken}
          defaultValues={{ name: '', scopes: [] }}
          saveLabel={t('integrations.newToken')}
          onSave={(values) => make.mutateAsync({ path: { allianceId: id }, body: values })}
          onSaved={(made) => {
            onClose();
            setToken(made.token);
          }}
          onCancel={onClose}
        >
          <TextField
            name="name"
            label={t('integrations.tokenName')}
            hint={t('integrations.tokenNameHint')}
            required
          />
          <DateField
            name="expiresOn"
            label={t('integrations.expiresOn')}
            hint={t('integrations.expiresHint')}
            required
          />
          <CheckboxGroupField
            name="scopes"
            label={t('integrations.scopes')}
            hint={t('integrations.scopesHint')}
            options={tokenScopes.map((value) => ({ value, label: scope(value) }))}
            required
          />
        </Form>
      </Dialog>
      <SecretOnce
        secret={token}
        title={t('integrations.theToken')}
        onClose={() => {
          setToken(null);
        }}
      >
        <p>{t('integrations.example')}</p>
        <pre className="integrations-code">
          {`curl -H "Authorization: Bearer ${token ?? ''}" \\\n  ${window.location.origin}/api/v1/alliances/${id}/partners`}
        </pre>
      </SecretOnce>
    </>
  );
}
