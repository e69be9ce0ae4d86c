import type { ReactElement } from 'react';
import { useNavigate } from '@tanstack/react-router';
import type { ParticipantDetail } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi, useSend } from '../../api/use-api.js';
import { Loaded, Page, useRouteParams } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { ParticipantForm } from './participant-form.js';
import { participantPaths } from './participant-paths.js';
import { editParticipantRoute } from './routes.js';

/** Change what is known of a young person. */
export function EditPage(): ReactElement {
  const { participantId } = useRouteParams(editParticipantRoute);
  const { id: allianceId } = useAlliance();
  const participant = useApi<ParticipantDetail>(participantPaths.one, {
    path: { allianceId, participantId },
  });
  return <Loaded query={participant}>{(found) => <EditForm participant={found} />}</Loaded>;
}

function EditForm({ participant }: { participant: ParticipantDetail }): ReactElement {
  const t = useText();
  const navigate = useNavigate();
  const { id: allianceId, slug } = useAlliance();
  const update = useSend('PUT', participantPaths.one);
  const list = `/a/${slug}/unge`;
  const page = `${list}/${participant.id}`;
  return (
    <Page
      title={t('participants.edit')}
      narrow
      breadcrumbs={[
        { label: t('participants.title'), to: list },
        { label: participant.pseudonym, to: page },
      ]}
    >
      <ParticipantForm
        participant={participant}
        onSave={(body) =>
          update.mutateAsync({
            path: { allianceId, participantId: participant.id },
            body,
            version: participant.version,
          })
        }
        onSaved={() => void navigate({ to: page })}
        onCancel={() => void navigate({ to: page })}
      />
    </Page>
  );
}
