import type { ReactElement } from 'react';
import type { z } from 'zod';
import type { myLogins } from '#libs/api-schema';
import { useApi, useSend } from '../../api/use-api.js';
import { Button, ConfirmButton, Loaded, ProblemNotice, Section, Table, useToast } from '../../kit/index.js';
import type { Column } from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import { useProviderName } from './use-provider-name.js';
import './logins.css';

type MyLogins = z.infer<typeof myLogins>;
type Login = MyLogins['items'][number];

const path = '/api/v1/me/logins';

/** The logins at identity providers that one has linked: add one, remove one. Nothing when the installation has none. */
export function LinkedLogins(): ReactElement {
  const t = useText();
  return (
    <Loaded query={useApi<MyLogins>(path)}>
      {({ items, linkable }) =>
        items.length === 0 && linkable.length === 0 ? null : (
          <Section title={t('logins.title')}>
            <p>{t('logins.lead')}</p>
            {items.length === 0 ? <p>{t('logins.none')}</p> : <Logins items={items} />}
            <LinkButtons linkable={linkable} />
          </Section>
        )
      }
    </Loaded>
  );
}

function Logins({ items }: { items: readonly Login[] }): ReactElement {
  const t = useText();
  const f = useFormats();
  const nameOf = useProviderName();
  const columns: Column<Login>[] = [
    { key: 'provider', header: t('logins.provider'), isName: true, cell: (login) => nameOf(login.provider) },
    {
      key: 'vouchedFor',
      header: t('logins.vouchedFor'),
      cell: ({ kind, vouchedFor }) =>
        vouchedFor === null
          ? '–'
          : kind === 'organisation'
            ? vouchedFor
            : t('logins.cvr', { cvr: vouchedFor }),
    },
    { key: 'linkedAt', header: t('logins.linkedAt'), cell: (login) => f.date(login.linkedAt) },
    { key: 'lastUsedAt', header: t('logins.lastUsedAt'), cell: (login) => f.dateTime(login.lastUsedAt) },
    {
      key: 'unlink',
      header: t('logins.unlink'),
      isActions: true,
      cell: (login) => <Unlink login={login} />,
    },
  ];
  return <Table name={t('logins.title')} columns={columns} rows={items} rowKey={({ id }) => id} />;
}

function Unlink({ login }: { login: Login }): ReactElement {
  const t = useText();
  const toast = useToast();
  const name = useProviderName()(login.provider);
  const unlink = useSend('DELETE', '/api/v1/me/logins/{loginId}', {
    freshens: [path],
    onDone: () => {
      toast({ text: t('logins.unlinked') });
    },
  });
  return (
    <ConfirmButton
      kind="tertiary"
      label={t('logins.unlink')}
      title={t('logins.unlinkTitle', { name })}
      onConfirm={() => unlink.mutateAsync({ path: { loginId: login.id } })}
    >
      <p>{t('logins.unlinkText', { name })}</p>
    </ConfirmButton>
  );
}

function LinkButtons({ linkable }: { linkable: MyLogins['linkable'] }): ReactElement | null {
  const t = useText();
  const nameOf = useProviderName();
  const start = useSend<{ url: string }>('POST', '/api/v1/me/logins/{providerId}/start', {
    freshens: [],
    onDone: ({ url }) => {
      window.location.assign(url);
    },
  });
  if (linkable.length === 0) return null;
  return (
    <>
      {start.isError ? <ProblemNotice error={start.error} /> : null}
      <ul className="bare-list no-max-width logins-link">
        {linkable.map(({ id, name }) => (
          <li key={id}>
            <Button
              kind="secondary"
              busy={start.isPending || start.isSuccess}
              onClick={() => {
                start.mutate({ path: { providerId: id } });
              }}
            >
              {t('logins.link', { name: nameOf(name) })}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
