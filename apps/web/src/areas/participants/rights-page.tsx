import type { ReactElement } from 'react';
import { useNavigate } from '@tanstack/react-router';
import type { ParticipantDetail } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi } from '../../api/use-api.js';
import { Loaded, Page, useRouteParams, useToast } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { ErasePerson } from '../person-rights/erase-person.js';
import { HandOut } from '../person-rights/hand-out.js';
import { WhoHasSeen } from '../person-rights/who-has-seen.js';
import { participantPaths } from './participant-paths.js';
import { participantRightsRoute } from './routes.js';

/** What a young person has a right to: to know what is kept and who has seen it, and to have it erased. */
export function ParticipantRightsPage(): ReactElement {
  const { participantId } = useRouteParams(participantRightsRoute);
  const { id: allianceId } = useAlliance();
  const participant = useApi<ParticipantDetail>(participantPaths.one, {
    path: { allianceId, participantId },
  });
  return <Loaded query={participant}>{(found) => <Rights participant={found} />}</Loaded>;
}

function Rights({ participant }: { participant: ParticipantDetail }): ReactElement {
  const t = useText();
  const toast = useToast();
  const navigate = useNavigate();
  const { slug } = useAlliance();
  const list = `/a/${slug}/unge`;
  const of = { kind: 'participant', subjectId: participant.id } as const;
  return (
    <Page
      title={t('rights.title')}
      lead={t('rights.lead')}
      breadcrumbs={[
        { label: t('participants.title'), to: list },
        { label: participant.pseudonym, to: `${list}/${participant.id}` },
      ]}
    >
      <WhoHasSeen {...of} />
      <HandOut {...of} fileName={participant.pseudonym} />
      <ErasePerson
        {...of}
        onErased={() => {
          toast({ text: t('rights.erased') });
          void navigate({ to: list });
        }}
      />
    </Page>
  );
}
