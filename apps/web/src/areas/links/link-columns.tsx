import type { ReactElement } from 'react';
import { Link } from '@tanstack/react-router';
import type { LinkState, ScopedLink } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { Status } from '../../kit/index.js';
import type { Column, StatusTone } from '../../kit/index.js';
import { useLanguage } from '../../language/language-provider.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import { LinkActions } from './link-actions.js';
import './links.css';

const tones: Readonly<Record<LinkState, StatusTone>> = {
  open: 'good',
  expired: 'attention',
  spent: 'ended',
  revoked: 'ended',
};

/** The columns of a list of links: to whom, for what, until when, how it stands, what can be done. */
export function useLinkColumns({ withThing }: { withThing: boolean }): Column<ScopedLink>[] {
  const t = useText();
  const f = useFormats();
  const { language } = useLanguage();
  const thing: Column<ScopedLink> = {
    key: 'about',
    header: t('links.about'),
    cell: (link) => <Thing link={link} />,
    text: ({ about }) => about?.title[language] ?? t('links.gone'),
  };
  return [
    {
      key: 'name',
      header: t('links.to'),
      sortable: withThing,
      isName: true,
      cell: ({ to, passedOn }) => (
        <>
          {to.name}
          <span className="links-note">{to.email ?? t('links.hiddenAddress')}</span>
          {passedOn ? <span className="links-note">{t('links.passedOn')}</span> : null}
        </>
      ),
      text: ({ to }) => to.name,
    },
    ...(withThing ? [thing] : []),
    {
      key: 'createdAt',
      header: t('links.sent'),
      sortable: withThing,
      cell: ({ createdAt }) => f.dateTime(createdAt),
      text: ({ createdAt }) => f.dateTime(createdAt),
    },
    {
      key: 'opened',
      header: t('links.opened'),
      wide: true,
      cell: ({ openedAt }) => (openedAt === null ? t('links.openedNever') : f.dateTime(openedAt)),
      text: ({ openedAt }) => (openedAt === null ? '' : f.dateTime(openedAt)),
    },
    {
      key: 'expiresAt',
      header: t('links.expires'),
      sortable: withThing,
      cell: ({ expiresAt }) => f.date(expiresAt),
      text: ({ expiresAt }) => f.date(expiresAt),
    },
    {
      key: 'state',
      header: t('links.state'),
      cell: ({ state }) => <Status tone={tones[state]}>{t(`links.state.${state}`)}</Status>,
      text: ({ state }) => t(`links.state.${state}`),
    },
    {
      key: 'actions',
      header: t('links.actions'),
      isActions: true,
      cell: (link) => <LinkActions link={link} />,
    },
  ];
}

function Thing({ link }: { link: ScopedLink }): ReactElement {
  const t = useText();
  const { slug } = useAlliance();
  const { language } = useLanguage();
  return (
    <>
      {link.about === null ? (
        t('links.gone')
      ) : (
        <Link to={`/a/${slug}/${link.about.path}`}>{link.about.title[language]}</Link>
      )}
      <span className="links-note">{link.label[language]}</span>
    </>
  );
}
