import type { ReactElement } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useAlliance } from '../../api/session.js';
import { useSend } from '../../api/use-api.js';
import { ConfirmButton } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';

/** Removes the example alliance; it comes back only when somebody asks for it. */
export function ExampleSettings(): ReactElement {
  const t = useText();
  const navigate = useNavigate();
  const { id, name } = useAlliance();
  const remove = useSend('DELETE', '/api/v1/alliances/{allianceId}/example');
  return (
    <>
      <p>{t('settings.exampleText')}</p>
      <ConfirmButton
        label={t('settings.removeExample')}
        title={t('settings.removeExample')}
        onConfirm={async () => {
          await remove.mutateAsync({ path: { allianceId: id } });
          await navigate({ to: '/' });
        }}
      >
        <p>{t('settings.removeExampleText', { name })}</p>
      </ConfirmButton>
    </>
  );
}
