import type { ReactElement } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useAlliance } from '../../api/session.js';
import { useToast } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { EraseForGood } from './erase-for-good.js';
import { HandOut } from './hand-out.js';
import { personDataPaths } from './person-data-paths.js';
import type { RightsOf } from './person-data-paths.js';
import { WhoHasSeen } from './who-has-seen.js';

interface RightsProps extends RightsOf {
  /** What a file that is handed out is called, without its ending. */
  fileName: string;
  /** The page to go on to when nothing of the person is left. */
  afterErasure: string;
}

/** What somebody has a right to: to know who has seen their data and what is kept, and to have it erased. */
export function Rights({ kind, subjectId, fileName, afterErasure }: RightsProps): ReactElement {
  const t = useText();
  const toast = useToast();
  const navigate = useNavigate();
  const { id: allianceId } = useAlliance();
  return (
    <>
      <WhoHasSeen kind={kind} subjectId={subjectId} />
      <HandOut
        title={t('rights.handOut')}
        lead={t('rights.handOutLead')}
        address={`/api/v1/alliances/${allianceId}/person-data/${kind}/${subjectId}`}
        fileName={fileName}
      />
      <EraseForGood
        title={t('rights.erase')}
        lead={t('rights.eraseLead')}
        label={t('rights.eraseNow')}
        path={personDataPaths.erasure}
        values={{ allianceId, subjectKind: kind, subjectId }}
        onErased={() => {
          toast({ text: t('rights.erased') });
          void navigate({ to: afterErasure });
        }}
      />
    </>
  );
}
