import type { ReactElement } from 'react';
import type { AgendaOverview } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { ButtonLink, EmptyState, Loaded, Notice, Page } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { useAgenda, useVersion } from './api.js';
import { DraftButton } from './draft-button.js';
import { VersionSheet } from './version-sheet.js';

/** The agenda: the version in force, or the one being worked on while there is none. */
export function AgendaPage(): ReactElement {
  return <Loaded query={useAgenda()}>{(agenda) => <Agenda agenda={agenda} />}</Loaded>;
}

function Agenda({ agenda }: { agenda: AgendaOverview }): ReactElement {
  const shown = agenda.inForceId ?? agenda.openId;
  return shown === null ? <NoAgenda mayDraft={agenda.mayDraft} /> : <Shown id={shown} agenda={agenda} />;
}

function Shown({ id, agenda }: { id: string; agenda: AgendaOverview }): ReactElement {
  const t = useText();
  const { slug } = useAlliance();
  const open = agenda.versions.find((version) => version.id === agenda.openId && version.id !== id);
  return (
    <Loaded query={useVersion(id)}>
      {(version) => (
        <VersionSheet version={version} agenda={agenda}>
          {open === undefined ? null : (
            <Notice
              title={t('agenda.openVersion', {
                number: open.number,
                state: t(`agenda.state.${open.state}`).toLowerCase(),
              })}
              actions={
                <ButtonLink kind="secondary" to={`/a/${slug}/dagsorden/${open.id}`}>
                  {t('agenda.seeOpen', { number: open.number })}
                </ButtonLink>
              }
            />
          )}
        </VersionSheet>
      )}
    </Loaded>
  );
}

function NoAgenda({ mayDraft }: { mayDraft: boolean }): ReactElement {
  const t = useText();
  return (
    <Page title={t('agenda.shared')}>
      <EmptyState
        title={t('agenda.empty')}
        action={mayDraft ? <DraftButton label={t('agenda.begin')} kind="primary" /> : null}
      >
        {mayDraft ? t('agenda.emptyHelp') : t('agenda.emptyReader')}
      </EmptyState>
    </Page>
  );
}
