import { useSyncExternalStore } from 'react';
import type { ReactElement } from 'react';
import type { z } from 'zod';
import type { signedOut } from '#libs/api-schema';
import { Button, Notice } from '../kit/index.js';
import { useLanguage } from '../language/language-provider.js';
import { useText } from '../language/use-text.js';

/** What signing out answers. */
export type SignedOut = z.infer<typeof signedOut>;

let kept: SignedOut['provider'] = null;
const watching = new Set<() => void>();

function watch(listener: () => void): () => void {
  watching.add(listener);
  return () => watching.delete(listener);
}

/** Keeps the way out of the identity provider for the sign-in page; in memory only, for it names the person. */
export function keepProviderLogout({ provider }: SignedOut): void {
  kept = provider;
  for (const listener of watching) listener();
}

/** Offers whoever has just signed out here to sign out of their identity provider, too. */
export function ProviderLogout(): ReactElement | null {
  const t = useText();
  const { language } = useLanguage();
  // Another question's 401 may have led to the sign-in page before the answer was there.
  const provider = useSyncExternalStore(watch, () => kept);
  if (provider === null) return null;
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
