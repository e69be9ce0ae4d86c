import type { ReactElement } from 'react';
import { useSend } from '../../../api/use-api.js';
import { ConfirmButton, useToast } from '../../../kit/index.js';
import { useText } from '../../../language/use-text.js';
import type { Person } from './person-page.js';

const base = '/api/v1/admin/people/{personId}';
const freshens = ['/api/v1/admin/people', base] as const;

/** Closing and opening a person's access, and the administrator's role. */
export function PersonAccess({ person }: { person: Person }): ReactElement {
  return (
    <div className="form-actions">
      {person.state === 'active' ? <Close person={person} /> : <Open person={person} />}
      {person.state === 'active' ? <Administrator person={person} /> : null}
    </div>
  );
}

function Close({ person: { id, name } }: { person: Person }): ReactElement {
  const t = useText();
  const toast = useToast();
  const close = useSend('POST', `${base}/deactivate`, {
    freshens,
    onDone: () => {
      toast({ text: t('everybody.closed') });
    },
  });
  return (
    <ConfirmButton
      label={t('everybody.close')}
      title={t('everybody.closeTitle', { name })}
      onConfirm={() => close.mutateAsync({ path: { personId: id } })}
    >
      <p>{t('everybody.closeText', { name })}</p>
      <p>{t('everybody.closeStays', { name })}</p>
    </ConfirmButton>
  );
}

function Open({ person: { id, name } }: { person: Person }): ReactElement {
  const t = useText();
  const toast = useToast();
  const open = useSend('POST', `${base}/reactivate`, {
    freshens,
    onDone: () => {
      toast({ text: t('everybody.opened') });
    },
  });
  return (
    <ConfirmButton
      label={t('everybody.open')}
      title={t('everybody.openTitle', { name })}
      onConfirm={() => open.mutateAsync({ path: { personId: id } })}
    >
      <p>{t('everybody.openText', { name })}</p>
    </ConfirmButton>
  );
}

function Administrator({ person: { id, name, isAdmin } }: { person: Person }): ReactElement {
  const t = useText();
  const toast = useToast();
  const set = useSend('POST', `${base}/administrator`, {
    freshens,
    onDone: () => {
      toast({ text: t('everybody.changed') });
    },
  });
  const step = isAdmin ? 'dismiss' : 'appoint';
  return (
    <ConfirmButton
      label={t(`everybody.${step}`)}
      title={t(`everybody.${step}Title`, { name })}
      onConfirm={() => set.mutateAsync({ path: { personId: id }, body: { isAdmin: !isAdmin } })}
    >
      <p>{t(`everybody.${step}Text`, { name })}</p>
    </ConfirmButton>
  );
}
