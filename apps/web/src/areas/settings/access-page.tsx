import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import type { z } from 'zod';
import { allianceRoles } from '#libs/api-schema';
import type { AccessView, AllianceRole, memberList } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi, useSend } from '../../api/use-api.js';
import { Button, Loaded, ProblemNotice } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { AccessShown } from './access-shown.js';
import { SettingsFrame } from './settings-frame.js';

type Member = z.infer<typeof memberList>['items'][number];

/** "See as": what a chosen person or role may see and do in the alliance, in words and numbers. */
export function AccessPage(): ReactElement {
  const t = useText();
  const { id } = useAlliance();
  const members = useApi<z.infer<typeof memberList>>('/api/v1/alliances/{allianceId}/members', {
    path: { allianceId: id },
  });
  return (
    <SettingsFrame title={t('settings.access')} lead={t('access.lead')}>
      <Loaded query={members}>{({ items }) => <Chooser members={items} />}</Loaded>
    </SettingsFrame>
  );
}

function Chooser({ members }: { members: readonly Member[] }): ReactElement {
  const t = useText();
  const id = useId();
  const { id: allianceId } = useAlliance();
  const [whose, setWhose] = useState('');
  const [role, setRole] = useState<AllianceRole | ''>('');
  // Looking is written down: asked for by a button, and not again when something else changes.
  const view = useSend<AccessView>('POST', '/api/v1/alliances/{allianceId}/access-views', { freshens: [] });
  const people = new Map(members.map(({ personId, name }) => [personId, name]));
  const roles = members.filter(({ personId }) => personId === whose).map((member) => member.role);
  const show = (): void => {
    const body = whose.startsWith('role:')
      ? { role: whose.slice('role:'.length) }
      : { personId: whose, ...(role === '' ? {} : { role }) };
    view.mutate({ path: { allianceId }, body });
  };
  return (
    <>
      <div className="settings-choice">
        <div className="field">
          <label className="field-label" htmlFor={`${id}-whose`}>
            {t('access.whose')}
          </label>
          <select
            id={`${id}-whose`}
            className="form-select"
            value={whose}
            onChange={(event) => {
              setWhose(event.target.value);
              setRole('');
              view.reset();
            }}
          >
            <option value="">{t('access.choose')}</option>
            <optgroup label={t('access.people')}>
              {[...people].map(([personId, name]) => (
                <option key={personId} value={personId}>
                  {name}
                </option>
              ))}
            </optgroup>
            <optgroup label={t('access.roles')}>
              {allianceRoles.map((one) => (
                <option key={one} value={`role:${one}`}>
                  {t(`settings.role.${one}`)}
                </option>
              ))}
            </optgroup>
          </select>
        </div>
        {new Set(roles).size > 1 ? (
          <div className="field">
            <label className="field-label" htmlFor={`${id}-role`}>
              {t('access.role')}
            </label>
            <select
              id={`${id}-role`}
              className="form-select"
              value={role}
              onChange={(event) => {
                setRole(allianceRoles.find((one) => one === event.target.value) ?? '');
              }}
            >
              <option value="">{t('access.allRoles')}</option>
              {[...new Set(roles)].map((one) => (
                <option key={one} value={one}>
                  {t(`settings.role.${one}`)}
                </option>
              ))}
            </select>
          </div>
        ) : null}
        <Button busy={view.isPending} disabled={whose === ''} onClick={show}>
          {t('access.show')}
        </Button>
      </div>
      {view.error ? <ProblemNotice error={view.error} onRetry={show} /> : null}
      {view.data ? <AccessShown view={view.data} /> : null}
    </>
  );
}
