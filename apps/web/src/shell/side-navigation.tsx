import { useContext } from 'react';
import type { ReactElement } from 'react';
import { useAlliance } from '../api/session.js';
import { useText } from '../language/use-text.js';
import { NavigationLines } from './area.js';
import { SideList } from './side-list.js';

/** The areas of the alliance that the person's roles lead to. */
export function SideNavigation(): ReactElement {
  const t = useText();
  const { slug, roles } = useAlliance();
  const mine = new Set(roles.map(({ role }) => role));
  const lines = useContext(NavigationLines).filter(
    (line) => line.roles === undefined || line.roles.some((role) => mine.has(role)),
  );
  return (
    <SideList
      label={t('shell.navigation')}
      lines={lines.map(({ label, path }) => ({ label: t(label), to: `/a/${slug}/${path}` }))}
    />
  );
}
