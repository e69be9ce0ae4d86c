import type { ReactElement } from 'react';
import { useWatch } from 'react-hook-form';
import { identityProviderKinds } from '#libs/api-schema';
import { CheckboxField, RadioField, TextAreaField, TextField } from '../../../kit/index.js';
import { useText } from '../../../language/use-text.js';

/** The fields of an identity provider. @param isNew kind and secret are given once; afterwards only the secret can be changed */
export function ProviderFields({ isNew }: { isNew: boolean }): ReactElement {
  const t = useText();
  const kind: unknown = useWatch({ name: 'kind' });
  return (
    <>
      {isNew ? (
        <RadioField
          name="kind"
          label={t('identityProviders.kind')}
          required
          options={identityProviderKinds.map((value) => ({
            value,
            label: t(`identityProviders.kind.${value}`),
            hint: t(`identityProviders.kindHint.${value}`),
          }))}
        />
      ) : null}
      <TextField
        name="nameDa"
        label={t('identityProviders.nameDa')}
        hint={t('identityProviders.nameDaHint')}
        autoComplete="off"
        required
      />
      <TextField name="nameEn" label={t('identityProviders.nameEn')} autoComplete="off" required />
      <TextField
        name="issuer"
        type="url"
        label={t('identityProviders.issuer')}
        hint={t('identityProviders.issuerHint')}
        autoComplete="off"
        required
      />
      <TextField name="clientId" label={t('identityProviders.clientId')} autoComplete="off" required />
      <TextField
        name="clientSecret"
        type="password"
        label={t('identityProviders.clientSecret')}
        hint={t(isNew ? 'identityProviders.clientSecretHint' : 'identityProviders.clientSecretKept')}
        autoComplete="new-password"
        required={isNew}
      />
      {kind === 'mitid-erhverv' ? (
        <TextAreaField
          name="cvrs"
          label={t('identityProviders.cvrs')}
          hint={t('identityProviders.cvrsHint')}
          rows={2}
        />
      ) : (
        <TextAreaField
          name="emailDomains"
          label={t('identityProviders.emailDomains')}
          hint={t('identityProviders.emailDomainsHint')}
          rows={2}
          required
        />
      )}
      <CheckboxField
        name="isActive"
        label={t('identityProviders.isActive')}
        hint={t('identityProviders.isActiveHint')}
      />
    </>
  );
}
