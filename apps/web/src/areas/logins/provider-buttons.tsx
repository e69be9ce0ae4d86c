import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import type { z } from 'zod';
import type { signInProviders } from '#libs/api-schema';
import { useApi, useSend } from '../../api/use-api.js';
import { Button, ProblemNotice } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { useProviderName } from './use-provider-name.js';
import './logins.css';

type Provider = z.infer<typeof signInProviders>['items'][number];

/** More than this many organisations are chosen from a list. */
const mostButtons = 5;

interface ProviderButtonsProps {
  /** The page to show afterwards, of this site. */
  to?: string | undefined;
  /** The token of the invitation that is being answered. */
  invitation?: string | undefined;
}

/** The identity providers one may sign in with; nothing while there is none, or while they cannot be read. */
export function ProviderButtons({ to, invitation }: ProviderButtonsProps): ReactElement | null {
  const t = useText();
  const { data } = useApi<z.infer<typeof signInProviders>>('/api/v1/sign-in/providers');
  const start = useSend<{ url: string }>('POST', '/api/v1/sign-in/providers/{providerId}/start', {
    freshens: [],
    onDone: ({ url }) => {
      window.location.assign(url);
    },
  });
  if (data === undefined || data.items.length === 0) return null;
  const go = (providerId: string): void => {
    start.mutate({
      path: { providerId },
      body: { ...(to === undefined ? {} : { to }), ...(invitation === undefined ? {} : { invitation }) },
    });
  };
  const busy = start.isPending || start.isSuccess;
  return (
    <section className="logins-providers" aria-label={t('logins.or')}>
      <h2 className="logins-or">{t('logins.or')}</h2>
      {start.isError ? <ProblemNotice error={start.error} title={t('logins.notIn')} /> : null}
      {data.items.length > mostButtons ? (
        <ProviderChoice providers={data.items} busy={busy} onGo={go} />
      ) : (
        <ProviderList providers={data.items} busy={busy} onGo={go} />
      )}
    </section>
  );
}

interface ChoiceProps {
  providers: readonly Provider[];
  busy: boolean;
  onGo: (providerId: string) => void;
}

function ProviderList({ providers, busy, onGo }: ChoiceProps): ReactElement {
  const nameOf = useProviderName();
  return (
    <ul className="bare-list no-max-width">
      {providers.map(({ id, name }) => (
        <li key={id}>
          <Button
            kind="secondary"
            busy={busy}
            onClick={() => {
              onGo(id);
            }}
          >
            {nameOf(name)}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function ProviderChoice({ providers, busy, onGo }: ChoiceProps): ReactElement {
  const t = useText();
  const field = useId();
  const nameOf = useProviderName();
  const [chosen, setChosen] = useState('');
  return (
    <div className="field">
      <label className="field-label" htmlFor={field}>
        {t('logins.choose')}
      </label>
      <select
        id={field}
        className="form-select"
        value={chosen}
        onChange={(event) => {
          setChosen(event.target.value);
        }}
      >
        <option value="" />
        {providers.map(({ id, name }) => (
          <option key={id} value={id}>
            {nameOf(name)}
          </option>
        ))}
      </select>
      <Button
        kind="secondary"
        busy={busy}
        disabled={chosen === ''}
        onClick={() => {
          onGo(chosen);
        }}
      >
        {t('logins.go')}
      </Button>
    </div>
  );
}
