import { useState } from 'react';
import type { ReactElement } from 'react';
import type { z } from 'zod';
import type { apiTokens } from '#libs/api-schema';
import { useAlliance } from '../../../api/session.js';
import { useApi, useSend } from '../../../api/use-api.js';
import {
  Button,
  ConfirmButton,
  EmptyState,
  Loaded,
  Section,
  Status,
  Table,
  useToast,
} from '../../../kit/index.js';
import type { Column } from '../../../kit/index.js';
import { useFormats } from '../../../language/use-formats.js';
import { useText } from '../../../language/use-text.js';
import { NewToken } from './new-token.js';
import { integrationPaths as paths } from './paths.js';
import { useScopeWords } from './scope-words.js';

type Tokens = z.infer<typeof apiTokens>;
type Token = Tokens['items'][number];

/** The API tokens one may see, with a way to make and to revoke them. */
export function ApiTokens(): ReactElement {
  const t = useText();
  const { id } = useAlliance();
  const [making, setMaking] = useState(false);
  const query = useApi<Tokens>(paths.tokens, { path: { allianceId: id } });
  const isEmpty = query.data?.items.length === 0;
  const add = (
    <Button
      kind="secondary"
      onClick={() => {
        setMaking(true);
      }}
    >
      {t('integrations.newToken')}
    </Button>
  );
  return (
    <Section title={t('integrations.tokens')} actions={query.data === undefined || isEmpty ? null : add}>
      <p className="integrations-soft">{t('integrations.tokensLead')}</p>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('integrations.noTokens')} action={add}>
              {t('integrations.noTokensHelp')}
            </EmptyState>
          ) : (
            <Tokens items={items} />
          )
        }
      </Loaded>
      <NewToken
        open={making}
        onClose={() => {
          setMaking(false);
        }}
      />
    </Section>
  );
}

function stateOf({ revokedAt, expiresAt }: Token): 'revoked' | 'expired' | 'active' {
  if (revokedAt !== null) return 'revoked';
  return new Date(expiresAt) <= new Date() ? 'expired' : 'active';
}

function Tokens({ items }: { items: readonly Token[] }): ReactElement {
  const t = useText();
  const f = useFormats();
  const scope = useScopeWords();
  const columns: Column<Token>[] = [
    { key: 'name', header: t('integrations.tokenName'), isName: true, cell: ({ name }) => name },
    {
      key: 'state',
      header: t('integrations.state'),
      cell: (token) => (
        <Status tone={stateOf(token) === 'active' ? 'good' : 'ended'}>
          {t(`integrations.state.${stateOf(token)}`)}
        </Status>
      ),
    },
    { key: 'scopes', header: t('integrations.scopes'), cell: ({ scopes }) => scopes.map(scope).join(' · ') },
    { key: 'owner', header: t('integrations.owner'), cell: ({ ownerName }) => ownerName },
    {
      key: 'beginning',
      header: t('integrations.beginning'),
      wide: true,
      cell: ({ beginning }) => <code>{beginning}…</code>,
    },
    {
      key: 'expires',
      header: t('integrations.expiresOn'),
      cell: ({ expiresAt }) => f.date(lastDay(expiresAt)),
    },
    {
      key: 'used',
      header: t('integrations.lastUsed'),
      cell: ({ lastUsedAt }) => (lastUsedAt === null ? t('integrations.never') : f.ago(lastUsedAt)),
    },
    {
      key: 'revoke',
      header: t('integrations.revoke'),
      isActions: true,
      align: 'end',
      cell: (token) => (stateOf(token) === 'active' ? <Revoke token={token} /> : null),
    },
  ];
  return <Table name={t('integrations.tokens')} columns={columns} rows={items} rowKey={({ id }) => id} />;
}

/** A token ends with its last day: the instant is the beginning of the day after. */
function lastDay(expiresAt: string): Date {
  return new Date(new Date(expiresAt).getTime() - 1);
}

function Revoke({ token }: { token: Token }): ReactElement {
  const t = useText();
  const toast = useToast();
  const { id } = useAlliance();
  const revoke = useSend('DELETE', paths.token, {
    freshens: [paths.tokens],
    onDone: () => {
      toast({ text: t('integrations.revoked') });
    },
  });
  return (
    <ConfirmButton
      kind="tertiary"
      label={t('integrations.revoke')}
      title={t('integrations.revokeTitle', { name: token.name })}
      onConfirm={() => revoke.mutateAsync({ path: { allianceId: id, tokenId: token.id } })}
    >
      <p>{t('integrations.revokeText')}</p>
    </ConfirmButton>
  );
}
