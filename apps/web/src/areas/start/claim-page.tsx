import type { ReactElement } from 'react';
import { claimInstallation } from '#libs/api-schema';
import { useSend } from '../../api/use-api.js';
import { Form, Page, TextField, useRouteParams } from '../../kit/index.js';
import { useLanguage } from '../../language/language-provider.js';
import { useText } from '../../language/use-text.js';
import { claimRoute } from './routes.js';
import { useEnter } from './use-enter.js';

const whoIsFirst = claimInstallation.omit({ token: true });

/** Makes whoever has the terminal's link the first administrator, and goes on to the first choice. */
export function ClaimPage(): ReactElement {
  const t = useText();
  const { token } = useRouteParams(claimRoute);
  const { language } = useLanguage();
  const enter = useEnter();
  const claim = useSend('POST', '/api/v1/claim', { freshens: [] });
  return (
    <Page title={t('start.claimTitle')} lead={t('start.claimLead')} narrow>
      <Form
        schema={whoIsFirst}
        saveLabel={t('start.claim')}
        onSave={(values) => claim.mutateAsync({ body: { ...values, locale: language, token } })}
        onSaved={() => void enter('/ny')}
      >
        <TextField name="name" label={t('start.name')} autoComplete="name" required width="m" />
        <TextField
          name="email"
          type="email"
          label={t('start.email')}
          autoComplete="email"
          required
          width="m"
        />
      </Form>
    </Page>
  );
}
