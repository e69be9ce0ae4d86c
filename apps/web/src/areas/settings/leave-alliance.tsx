import type { ReactElement } from 'react';
import { useNavigate } from '@tanstack/react-router';
import type { z } from 'zod';
import type { leaving } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi, useSend } from '../../api/use-api.js';
import { ConfirmButton, Loaded, Section, useToast } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { leavingPath } from './people-paths.js';

type Leaving = z.infer<typeof leaving>;

/** Leaving the alliance by oneself: what ends, and what must be done before. */
export function LeaveAlliance(): ReactElement {
  const t = useText();
  const { id } = useAlliance();
  const query = useApi<Leaving>(leavingPath, { path: { allianceId: id } });
  return (
    <Section title={t('people.leave')}>
      <Loaded query={query}>{(preview) => <Leave preview={preview} />}</Loaded>
    </Section>
  );
}

function Leave({ preview }: { preview: Leaving }): ReactElement {
  const t = useText();
  const toast = useToast();
  const navigate = useNavigate();
  const { id, slug, name } = useAlliance();
  const leave = useSend('POST', leavingPath, { freshens: [] });
  const { ownedPartners: count, isLastOfSecretariat } = preview;
  if (isLastOfSecretariat || count > 0)
    return (
      <>
        {isLastOfSecretariat ? <p>{t('people.leaveLast')}</p> : null}
        {count > 0 ? <p>{t('people.leaveOwned', { count })}</p> : null}
      </>
    );
  return (
    <ConfirmButton
      label={t('people.leave')}
      title={t('people.leaveTitle', { name })}
      onConfirm={async () => {
        await leave.mutateAsync({ path: { allianceId: id }, body: { slug } });
        toast({ text: t('people.left', { name }) });
        // A full load: everything remembered of the alliance goes with it.
        await navigate({ to: '/', reloadDocument: true });
      }}
    >
      <p>{t('people.leaveText', { name })}</p>
    </ConfirmButton>
  );
}
