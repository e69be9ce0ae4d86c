import type { ReactElement } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { newIdentityProviderForm } from '#libs/api-schema';
import { useSend } from '../../../api/use-api.js';
import { Form, Page } from '../../../kit/index.js';
import { useText } from '../../../language/use-text.js';
import { identityProviderPaths as paths } from './paths.js';
import { ProviderFields } from './provider-fields.js';

/** Adds an identity provider; its page then says what to register at the service. */
export function NewIdentityProviderPage(): ReactElement {
  const t = useText();
  const navigate = useNavigate();
  const add = useSend<{ id: string }>('POST', paths.list, { freshens: [paths.list] });
  return (
    <Page
      title={t('identityProviders.add')}
      breadcrumbs={[{ label: t('identityProviders.title'), to: paths.page }]}
      narrow
    >
      <Form
        schema={newIdentityProviderForm}
        defaultValues={{ kind: 'organisation', emailDomains: '', cvrs: '', isActive: false }}
        saveLabel={t('identityProviders.add')}
        onSave={(values) => add.mutateAsync({ body: values })}
        onSaved={({ id }) => void navigate({ to: `${paths.page}/${id}` })}
        onCancel={() => void navigate({ to: paths.page })}
      >
        <ProviderFields isNew />
      </Form>
    </Page>
  );
}
