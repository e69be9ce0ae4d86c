import { useState } from 'react';
import type { ReactElement } from 'react';
import type { z } from 'zod';
import type { passkey, passkeys } from '#libs/api-schema';
import { useApi, useSend } from '../../api/use-api.js';
import {
  Button,
  ConfirmButton,
  EmptyState,
  Loaded,
  Notice,
  Section,
  Table,
  useToast,
} from '../../kit/index.js';
import type { Column } from '../../kit/index.js';
import { passkeysWork } from '../../identity/passkeys.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import { AddPasskey } from './add-passkey.js';
import { RenamePasskey } from './rename-passkey.js';

type Passkey = z.output<typeof passkey>;
type Passkeys = z.output<typeof passkeys>;

const path = '/api/v1/me/passkeys';

/** The person's passkeys: what they are good for, and adding, naming and removing them. */
export function PasskeyList(): ReactElement {
  const t = useText();
  return (
    <Section title={t('account.passkeys')}>
      <p className="readable">{t('account.passkeysLead')}</p>
      <Loaded query={useApi<Passkeys>(path)}>{(known) => <Known {...known} />}</Loaded>
    </Section>
  );
}

function Known({ possible, items }: Passkeys): ReactElement {
  const t = useText();
  const columns = useColumns();
  const works = possible && passkeysWork();
  return (
    <>
      {works ? null : (
        <Notice>
          <p>{t('account.passkeysImpossible')}</p>
        </Notice>
      )}
      {items.length > 0 ? (
        <Table<Passkey> name={t('account.passkeys')} columns={columns} rows={items} rowKey={({ id }) => id} />
      ) : works ? (
        <EmptyState title={t('account.passkeysNone')} action={<AddPasskey />}>
          {t('account.passkeysNoneHelp')}
        </EmptyState>
      ) : null}
      {works && items.length > 0 ? (
        <div className="form-actions">
          <AddPasskey />
        </div>
      ) : null}
    </>
  );
}

function useColumns(): Column<Passkey>[] {
  const t = useText();
  const f = useFormats();
  return [
    { key: 'name', header: t('account.passkeyName'), isName: true, cell: ({ name }) => name },
    {
      key: 'isSynced',
      header: t('account.passkeyKept'),
      wide: true,
      cell: ({ isSynced }) => t(isSynced ? 'account.passkeySynced' : 'account.passkeySingle'),
    },
    { key: 'createdAt', header: t('account.passkeyCreated'), cell: ({ createdAt }) => f.date(createdAt) },
    {
      key: 'lastUsedAt',
      header: t('account.passkeyUsed'),
      cell: ({ lastUsedAt }) => (lastUsedAt === null ? t('account.passkeyUnused') : f.ago(lastUsedAt)),
    },
    {
      key: 'actions',
      header: t('account.actions'),
      isActions: true,
      cell: (key) => <Actions passkey={key} />,
    },
  ];
}

function Actions({ passkey: { id, name } }: { passkey: Passkey }): ReactElement {
  const t = useText();
  const toast = useToast();
  const [renaming, setRenaming] = useState(false);
  const remove = useSend('DELETE', '/api/v1/me/passkeys/{passkeyId}', { freshens: [path] });
  return (
    <>
      <Button
        kind="tertiary"
        aria-label={t('account.passkeyRenameOf', { name })}
        onClick={() => {
          setRenaming(true);
        }}
      >
        {t('account.passkeyRename')}
      </Button>
      <ConfirmButton
        kind="tertiary"
        label={t('account.passkeyRemove')}
        title={t('account.passkeyRemoveTitle', { name })}
        onConfirm={() => remove.mutateAsync({ path: { passkeyId: id } })}
      >
        <p>{t('account.passkeyRemoveHelp')}</p>
      </ConfirmButton>
      <RenamePasskey
        id={id}
        name={name}
        open={renaming}
        onClose={(renamed) => {
          setRenaming(false);
          if (renamed) toast({ text: t('account.passkeyRenamed') });
        }}
      />
    </>
  );
}
