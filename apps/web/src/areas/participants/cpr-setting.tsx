import type { ReactElement } from 'react';
import type { ParticipantSetting } from '#libs/api-schema';
import { useAlliance, useHasRole } from '../../api/session.js';
import { useApi, useSend } from '../../api/use-api.js';
import { ConfirmButton, Loaded, Section, Status } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { participantPaths } from './participant-paths.js';

/** Whether CPR numbers may be kept in the alliance, and what that means. The secretariat decides. */
export function CprSetting(): ReactElement {
  const t = useText();
  const { id: allianceId } = useAlliance();
  const setting = useApi<ParticipantSetting>(participantPaths.setting, { path: { allianceId } });
  return (
    <Section title={t('participants.cprSetting')}>
      <p>{t('participants.cprSettingLead')}</p>
      <Loaded query={setting}>{(found) => <Switch setting={found} />}</Loaded>
    </Section>
  );
}

function Switch({ setting }: { setting: ParticipantSetting }): ReactElement {
  const t = useText();
  const { id: allianceId } = useAlliance();
  const isSecretariat = useHasRole('secretariat');
  const change = useSend('PUT', participantPaths.setting);
  const isOn = setting.cprEnabled;
  const label = isOn ? t('participants.cprTurnOff') : t('participants.cprTurnOn');
  return (
    <>
      <p>
        <Status tone={isOn ? 'good' : 'neutral'}>
          {isOn ? t('participants.cprIsOn') : t('participants.cprIsOff')}
        </Status>
      </p>
      {isSecretariat ? (
        <ConfirmButton
          label={label}
          title={label}
          onConfirm={() =>
            change.mutateAsync({
              path: { allianceId },
              body: { cprEnabled: !isOn },
              version: setting.version,
            })
          }
        >
          <p>{isOn ? t('participants.cprTurnOffHelp') : t('participants.cprTurnOnHelp')}</p>
        </ConfirmButton>
      ) : null}
    </>
  );
}
