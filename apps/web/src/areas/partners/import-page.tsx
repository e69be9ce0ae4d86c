import type { ReactElement } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useAlliance } from '../../api/session.js';
import { apiQuery, useSend } from '../../api/use-api.js';
import {
  ButtonLink,
  ConfirmButton,
  Loaded,
  Notice,
  Page,
  ProgressBar,
  useRouteParams,
} from '../../kit/index.js';
import { useLanguage } from '../../language/language-provider.js';
import { useText } from '../../language/use-text.js';
import { ImportPreview } from './import-preview.js';
import { ImportRows } from './import-rows.js';
import { ImportState, refusalText } from './import-words.js';
import type { Import } from './import-words.js';
import { importPath } from './paths.js';
import { importRoute } from './routes.js';
import './partners.css';

const underWay = new Set(['reading', 'importing', 'undoing']);

/** One import from the file to its outcome; looked at again and again while it works. */
export function ImportPage(): ReactElement {
  const t = useText();
  const { importId } = useRouteParams(importRoute);
  const { id, slug } = useAlliance();
  const query = useQuery({
    ...apiQuery<Import>(importPath, { path: { allianceId: id, importId } }),
    refetchInterval: ({ state }) => (underWay.has(state.data?.state ?? '') ? 400 : false),
  });
  const breadcrumbs = [
    { label: t('partners.title'), to: `/a/${slug}/partnere` },
    { label: t('partners.import'), to: `/a/${slug}/partnere/import` },
  ];
  return (
    <Page
      title={query.data?.fileName ?? t('partners.import')}
      breadcrumbs={breadcrumbs}
      actions={query.data ? <ImportState state={query.data.state} /> : null}
    >
      <Loaded query={query}>{(shown) => <ImportShown shown={shown} />}</Loaded>
    </Page>
  );
}

function ImportShown({ shown }: { shown: Import }): ReactElement {
  switch (shown.state) {
    case 'reading':
    case 'importing':
    case 'undoing':
      return <UnderWay state={shown.state} progress={shown.progress} />;
    case 'unreadable':
      return <Unreadable shown={shown} />;
    case 'preview':
      return <ImportPreview shown={shown} />;
    case 'imported':
    case 'undone':
      return (
        <>
          {shown.state === 'imported' ? <Imported shown={shown} /> : <Undone shown={shown} />}
          <ImportRows shown={shown} />
        </>
      );
  }
}

function UnderWay({
  state,
  progress,
}: {
  state: 'reading' | 'importing' | 'undoing';
  progress: Import['progress'];
}): ReactElement {
  const t = useText();
  return (
    <div role="status">
      <ProgressBar
        label={t(`partners.import.${state}`)}
        done={progress?.done ?? 0}
        total={progress?.total ?? 0}
      />
      <p>{t('partners.import.canLeave')}</p>
    </div>
  );
}

function Unreadable({ shown }: { shown: Import }): ReactElement {
  const t = useText();
  const { language } = useLanguage();
  const { slug } = useAlliance();
  return (
    <Notice
      kind="error"
      urgent
      title={t('partners.import.unreadable')}
      actions={<ButtonLink to={`/a/${slug}/partnere/import`}>{t('partners.import.another')}</ButtonLink>}
    >
      {shown.problem ? <p>{refusalText(shown.problem, language)}</p> : null}
    </Notice>
  );
}

function Imported({ shown }: { shown: Import }): ReactElement {
  const t = useText();
  const { id, slug } = useAlliance();
  const { created, updated } = shown.counts;
  const undo = useSend<Import>('POST', '/api/v1/alliances/{allianceId}/partner-imports/{importId}/undo');
  return (
    <Notice
      kind="success"
      title={t('partners.import.doneTitle')}
      actions={
        <>
          <ButtonLink to={`/a/${slug}/partnere`}>{t('partners.import.toPartners')}</ButtonLink>
          {created + updated === 0 ? null : (
            <ConfirmButton
              label={t('partners.import.undo')}
              title={t('partners.import.undoTitle', { name: shown.fileName })}
              onConfirm={() => undo.mutateAsync({ path: { allianceId: id, importId: shown.id } })}
            >
              <p>{t('partners.import.undoText', { created, updated })}</p>
            </ConfirmButton>
          )}
        </>
      }
    >
      <p>{t('partners.import.done', { created, updated })}</p>
    </Notice>
  );
}

function Undone({ shown }: { shown: Import }): ReactElement {
  const t = useText();
  const { removed, restored, kept } = shown.counts;
  return (
    <Notice kind="info" title={t('partners.import.undoneTitle')}>
      <p>{t('partners.import.undone', { removed, restored, kept })}</p>
    </Notice>
  );
}
