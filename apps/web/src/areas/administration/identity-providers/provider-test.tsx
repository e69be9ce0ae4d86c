import type { ReactElement } from 'react';
import type { z } from 'zod';
import type { identityProviderTest } from '#libs/api-schema';
import { useSend } from '../../../api/use-api.js';
import { Button, Notice, ProblemNotice, Section, Status, Table } from '../../../kit/index.js';
import type { Column, StatusTone } from '../../../kit/index.js';
import { useText } from '../../../language/use-text.js';
import { identityProviderPaths as paths } from './paths.js';
import './identity-providers.css';

type Result = z.infer<typeof identityProviderTest>;
type Line = Result['checks'][number];

const tones: Readonly<Record<Line['state'], StatusTone>> = { good: 'good', bad: 'bad', untried: 'neutral' };

/** Tries an identity provider and says of each check how it went and what to do. */
export function ProviderTest({ id, isActive }: { id: string; isActive: boolean }): ReactElement {
  const t = useText();
  const test = useSend<Result>('POST', paths.test, { freshens: [] });
  const columns: Column<Line>[] = [
    {
      key: 'check',
      header: t('identityProviders.check'),
      isName: true,
      cell: ({ check }) => t(`identityProviders.check.${check}`),
    },
    {
      key: 'result',
      header: t('identityProviders.result'),
      cell: ({ state }) => <Status tone={tones[state]}>{t(`identityProviders.${state}`)}</Status>,
    },
    {
      key: 'remedy',
      header: t('identityProviders.remedy'),
      cell: ({ check, state }) => (state === 'bad' ? t(`identityProviders.remedy.${check}`) : ''),
    },
  ];
  return (
    <Section title={t('identityProviders.test')}>
      <p>{t('identityProviders.testHelp')}</p>
      {isActive ? <Shown checks={test.data?.checks} /> : null}
      <Button
        kind="secondary"
        busy={test.isPending}
        onClick={() => {
          test.mutate({ path: { providerId: id } });
        }}
      >
        {t('identityProviders.test')}
      </Button>
      <div role="status" className="identity-provider-result">
        {test.isError ? <ProblemNotice error={test.error} /> : null}
        {test.data === undefined ? null : (
          <Table
            name={t('identityProviders.test')}
            columns={columns}
            rows={test.data.checks}
            rowKey={({ check }) => check}
          />
        )}
      </div>
    </Section>
  );
}

/** People meet it on the sign-in page: says what is known of whether it works there. */
function Shown({ checks }: { checks: readonly Line[] | undefined }): ReactElement | null {
  const t = useText();
  if (checks === undefined) return <Notice kind="info">{t('identityProviders.shownUntried')}</Notice>;
  if (checks.every(({ state }) => state !== 'bad')) return null;
  return <Notice kind="warning">{t('identityProviders.shownBroken')}</Notice>;
}
