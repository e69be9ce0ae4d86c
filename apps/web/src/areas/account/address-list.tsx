import type { ReactElement } from 'react';
import type { z } from 'zod';
import type { ownAddresses } from '#libs/api-schema';
import { mePath } from '../../api/session.js';
import { useApi, useSend } from '../../api/use-api.js';
import { Button, ConfirmButton, Loaded, Section, Status, Table, useToast } from '../../kit/index.js';
import type { Column } from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import { AddAddress } from './add-address.js';

type Address = z.output<typeof ownAddresses>['items'][number];

/** Where one's addresses are. */
const path = '/api/v1/me/addresses';

/** The addresses one can sign in with: add, make another the primary one, remove. */
export function AddressList(): ReactElement {
  const t = useText();
  const addresses = useApi<z.output<typeof ownAddresses>>(path);
  return (
    <Section title={t('addresses.title')}>
      <p>{t('addresses.lead')}</p>
      <Loaded query={addresses}>{({ items }) => <Addresses items={items} />}</Loaded>
      <div className="form-actions">
        <AddAddress />
      </div>
    </Section>
  );
}

function Addresses({ items }: { items: readonly Address[] }): ReactElement {
  const t = useText();
  const f = useFormats();
  const columns: Column<Address>[] = [
    { key: 'email', header: t('addresses.email'), isName: true, cell: ({ email }) => email },
    { key: 'verified', header: t('addresses.verified'), wide: true, cell: (one) => f.date(one.verifiedAt) },
    {
      key: 'actions',
      header: t('addresses.actions'),
      isActions: true,
      cell: ({ email, isPrimary }) =>
        isPrimary ? (
          <Status tone="good">{t('addresses.primary')}</Status>
        ) : (
          <>
            <MakePrimary email={email} /> <Remove email={email} />
          </>
        ),
    },
  ];
  return (
    <Table<Address>
      name={t('addresses.title')}
      columns={columns}
      rows={items}
      rowKey={({ email }) => email}
    />
  );
}

function MakePrimary({ email }: { email: string }): ReactElement {
  const t = useText();
  const toast = useToast();
  const send = useSend('POST', '/api/v1/me/addresses/primary', {
    freshens: [path, mePath],
    onDone: () => {
      toast({ text: t('addresses.madePrimary', { email }) });
    },
  });
  return (
    <Button
      kind="tertiary"
      busy={send.isPending}
      aria-label={t('addresses.makePrimaryOf', { email })}
      onClick={() => {
        send.mutate({ body: { email } });
      }}
    >
      {t('addresses.makePrimary')}
    </Button>
  );
}

function Remove({ email }: { email: string }): ReactElement {
  const t = useText();
  const toast = useToast();
  const send = useSend('POST', '/api/v1/me/addresses/removals', {
    freshens: [path],
    onDone: () => {
      toast({ text: t('addresses.removed') });
    },
  });
  return (
    <ConfirmButton
      kind="tertiary"
      label={t('addresses.remove')}
      title={t('addresses.removeTitle', { email })}
      onConfirm={() => send.mutateAsync({ body: { email } })}
    >
      <p>{t('addresses.removeText', { email })}</p>
    </ConfirmButton>
  );
}
