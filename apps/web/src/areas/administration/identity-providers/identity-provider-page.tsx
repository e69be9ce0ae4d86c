import type { ReactElement } from 'react';
import { useNavigate } from '@tanstack/react-router';
import type { z } from 'zod';
import { identityProviderForm } from '#libs/api-schema';
import type { identityProvider } from '#libs/api-schema';
import { useApi, useSend } from '../../../api/use-api.js';
import {
  ConfirmButton,
  Facts,
  Form,
  Loaded,
  Page,
  Section,
  Status,
  useRouteParams,
  useToast,
} from '../../../kit/index.js';
import { useText } from '../../../language/use-text.js';
import { useProviderName } from '../../logins/use-provider-name.js';
import { identityProviderRoute } from '../routes.js';
import { identityProviderPaths as paths } from './paths.js';
import { ProviderFields } from './provider-fields.js';
import { ProviderTest } from './provider-test.js';
import { RegisteredAddresses } from './registered-addresses.js';

type Provider = z.infer<typeof identityProvider>;

/** One identity provider: what to register at the service, a test, its settings, its removal. */
export function IdentityProviderPage(): ReactElement {
  const t = useText();
  const { providerId } = useRouteParams(identityProviderRoute);
  const nameOf = useProviderName();
  return (
    <Loaded query={useApi<Provider>(paths.one, { path: { providerId } })}>
      {(provider) => (
        <Page
          title={nameOf({ da: provider.nameDa, en: provider.nameEn })}
          breadcrumbs={[{ label: t('identityProviders.title'), to: paths.page }]}
          narrow
        >
          <SetUp provider={provider} />
          <ProviderTest key={`test-${provider.version}`} {...provider} />
          <Settings key={provider.version} provider={provider} />
          <Remove provider={provider} />
        </Page>
      )}
    </Loaded>
  );
}

function SetUp({ provider }: { provider: Provider }): ReactElement {
  const t = useText();
  const { isActive, kind, logins } = provider;
  return (
    <Section title={t('identityProviders.setup')}>
      <Facts
        rows={[
          [t('identityProviders.kind'), t(`identityProviders.kind.${kind}`)],
          [
            t('identityProviders.state'),
            <Status key="state" tone={isActive ? 'good' : 'neutral'}>
              {t(isActive ? 'identityProviders.active' : 'identityProviders.inactive')}
            </Status>,
          ],
          [t('identityProviders.logins'), String(logins)],
        ]}
      />
      <RegisteredAddresses {...provider} />
    </Section>
  );
}

function Settings({ provider }: { provider: Provider }): ReactElement {
  const t = useText();
  const toast = useToast();
  const change = useSend('PUT', paths.one, { freshens: [paths.list, paths.one] });
  const { kind, nameDa, nameEn, issuer, clientId, isActive } = provider;
  return (
    <Section title={t('identityProviders.settings')}>
      <Form
        schema={identityProviderForm}
        defaultValues={{
          ...{ kind, nameDa, nameEn, issuer, clientId, isActive },
          emailDomains: provider.emailDomains.join(' '),
          cvrs: provider.cvrs.join(' '),
        }}
        onSave={(values) =>
          change.mutateAsync({ path: { providerId: provider.id }, body: values, version: provider.version })
        }
        onSaved={() => {
          toast({ text: t('identityProviders.saved') });
        }}
      >
        <ProviderFields isNew={false} />
      </Form>
    </Section>
  );
}

function Remove({ provider }: { provider: Provider }): ReactElement {
  const t = useText();
  const toast = useToast();
  const navigate = useNavigate();
  const name = useProviderName()({ da: provider.nameDa, en: provider.nameEn });
  const remove = useSend('DELETE', paths.one, { freshens: [paths.list] });
  return (
    <Section title={t('identityProviders.removal')}>
      <ConfirmButton
        kind="secondary"
        label={t('identityProviders.remove')}
        title={t('identityProviders.removeTitle', { name })}
        onConfirm={async () => {
          await remove.mutateAsync({ path: { providerId: provider.id } });
          toast({ text: t('identityProviders.removed') });
          await navigate({ to: paths.page });
        }}
      >
        <p>{t('identityProviders.removeText', { logins: provider.logins })}</p>
      </ConfirmButton>
    </Section>
  );
}
