import type { ReactElement } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useAlliance } from '../../api/session.js';
import { useSend } from '../../api/use-api.js';
import { Button, ProblemNotice } from '../../kit/index.js';

/** Begins a draft and goes to write it. */
export function DraftButton({ label, kind }: { label: string; kind: 'primary' | 'secondary' }): ReactElement {
  const { id: allianceId, slug } = useAlliance();
  const navigate = useNavigate();
  const draft = useSend<{ id: string }>('POST', '/api/v1/alliances/{allianceId}/agenda/versions', {
    onDone: ({ id }) => void navigate({ to: `/a/${slug}/dagsorden/${id}/ret` }),
  });
  return (
    <>
      <Button
        kind={kind}
        busy={draft.isPending}
        onClick={() => {
          draft.mutate({ path: { allianceId }, body: {} });
        }}
      >
        {label}
      </Button>
      {draft.isError ? <ProblemNotice error={draft.error} /> : null}
    </>
  );
}
