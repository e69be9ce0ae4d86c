import type { ReactElement } from 'react';
import type { z } from 'zod';
import type { identityProvider } from '#libs/api-schema';
import { Button, useToast } from '../../../kit/index.js';
import { useText } from '../../../language/use-text.js';
import './identity-providers.css';

const addresses = ['redirectUri', 'postLogoutRedirectUri', 'backChannelLogoutUri'] as const;

/** Our addresses that the service must know, each with what it is for and a way to copy it. */
export function RegisteredAddresses(
  provider: Pick<z.infer<typeof identityProvider>, (typeof addresses)[number]>,
): ReactElement {
  const t = useText();
  const toast = useToast();
  const copy = async (address: string): Promise<void> => {
    await navigator.clipboard.writeText(address);
    toast({ text: t('identityProviders.copied') });
  };
  return (
    <>
      <p>{t('identityProviders.addressesHint')}</p>
      <dl className="identity-provider-addresses">
        {addresses.map((which) => (
          <div key={which}>
            <dt>{t(`identityProviders.${which}`)}</dt>
            <dd>
              <code className="identity-provider-address">{provider[which]}</code>
              {/* Browsers copy only on https and on this machine. */}
              {window.isSecureContext ? (
                <Button
                  kind="tertiary"
                  aria-label={t('identityProviders.copyOf', { name: t(`identityProviders.${which}`) })}
                  onClick={() => void copy(provider[which])}
                >
                  {t('identityProviders.copy')}
                </Button>
              ) : null}
              <p>{t(`identityProviders.${which}Hint`)}</p>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
