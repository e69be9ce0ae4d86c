import type { ReactElement } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { signedOut } from '#libs/api-schema';
import { Button, Notice } from '../kit/index.js';
import { useLanguage } from '../language/language-provider.js';
import { useText } from '../language/use-text.js';

/** What signing out answers. */
export type SignedOut = z.infer<typeof signedOut>;

const key = ['signed-out'];

/** Keeps the way out of the identity provider for the sign-in page; in memory only, for it names the person. */
export function keepProviderLogout(queries: QueryClient, { provider }: SignedOut): void {
  if (provider !== null) queries.setQueryData(key, provider);
}

/** Offers whoever has just signed out here to sign out of their identity provider, too. */
export function ProviderLogout(): ReactElement | null {
  const t = useText();
  const { language } = useLanguage();
  const provider = useQueryClient().getQueryData<SignedOut['provider']>(key);
  if (provider === undefined || provider === null) return null;
  const name = provider.name[language];
  return (
    <Notice
      kind="info"
      title={t('identity.signedOut')}
      actions={
        <Button
          kind="secondary"
          onClick={() => {
            window.location.assign(provider.url);
          }}
        >
          {t('identity.signOutThere', { name })}
        </Button>
      }
    >
      <p>{t('identity.stillThere', { name })}</p>
    </Notice>
  );
}
