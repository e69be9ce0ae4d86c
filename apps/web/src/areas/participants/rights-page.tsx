import type { ReactElement } from 'react';
import type { ParticipantDetail } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi } from '../../api/use-api.js';
import { Loaded, Page, useRouteParams } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { Rights } from '../person-rights/rights.js';
import { participantPaths } from './participant-paths.js';
import { participantRightsRoute } from './routes.js';

/** What a young person has a right to: to know what is kept and who has seen it, and to have it erased. */
export function ParticipantRightsPage(): ReactElement {
  const { participantId } = useRouteParams(participantRightsRoute);
  const { id: allianceId } = useAlliance();
  const participant = useApi<ParticipantDetail>(participantPaths.one, {
    path: { allianceId, participantId },
  });
  return <Loaded query={participant}>{(found) => <ParticipantRights participant={found} />}</Loaded>;
}

function ParticipantRights({ participant }: { participant: ParticipantDetail }): ReactElement {
  const t = useText();
  const { slug } = useAlliance();
  const list = `/a/${slug}/unge`;
  return (
    <Page
      title={t('rights.title')}
      lead={t('rights.lead')}
      breadcrumbs={[
        { label: t('participants.title'), to: list },
        { label: participant.pseudonym, to: `${list}/${participant.id}` },
      ]}
    >
      <Rights
        kind="participant"
        subjectId={participant.id}
        fileName={participant.pseudonym}
        afterErasure={list}
      />
    </Page>
  );
}
