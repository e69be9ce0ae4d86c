import type { ReactElement } from 'react';
import { Link } from '@tanstack/react-router';
import { useAlliance } from '../../api/session.js';
import type { Role } from '../../api/session.js';
import { Button, ButtonLink, Notice, useSearchText } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import type { MessageId } from '../../messages.js';

/** The page where each role begins. */
const begins: Readonly<Record<Role, { path: string; label: MessageId }>> = {
  secretariat: { path: 'partnere', label: 'partners.title' },
  partner: { path: 'kontrakter', label: 'contracts.title' },
  caseworker: { path: 'unge', label: 'participants.title' },
  member: { path: 'moeder', label: 'meetings.title' },
  observer: { path: 'maalinger', label: 'measurements.title' },
};

/** The address to come in by after accepting an invitation to a role. */
export function welcomePath(slug: string, role: Role): string {
  return `/a/${slug}/overblik?velkommen=${role}`;
}

/** For somebody who has just come in: what they can do, where to begin, and how to come back. */
export function Welcome(): ReactElement | null {
  const t = useText();
  const { name, slug, roles } = useAlliance();
  const [{ velkommen }, setSearch] = useSearchText();
  const role = roles.find((mine) => mine.role === velkommen)?.role;
  if (role === undefined) return null;
  const { path, label } = begins[role];
  return (
    <Notice
      kind="success"
      title={t('overview.welcome', { name })}
      actions={
        <>
          <ButtonLink to={`/a/${slug}/${path}`}>{t('overview.welcomeBegin', { page: t(label) })}</ButtonLink>
          <Button
            kind="secondary"
            onClick={() => {
              setSearch({ velkommen: undefined });
            }}
          >
            {t('kit.close')}
          </Button>
        </>
      }
    >
      <p>{t(`overview.welcomeAs.${role}`)}</p>
      <p>
        {t('overview.welcomeBack')} <Link to="/konto">{t('overview.welcomeAccount')}</Link>
      </p>
    </Notice>
  );
}
