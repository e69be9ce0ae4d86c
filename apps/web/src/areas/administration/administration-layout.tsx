import type { ReactElement } from 'react';
import { Outlet } from '@tanstack/react-router';
import { useText } from '../../language/use-text.js';
import { SideList } from '../../shell/side-list.js';
import { administrationLines } from './navigation.js';

/** Side navigation beside the pages of whoever runs the installation. */
export function AdministrationLayout(): ReactElement {
  const t = useText();
  return (
    <div className="shell">
      <SideList
        label={t('administration.title')}
        lines={administrationLines.map(({ label, to }) => ({ label: t(label), to }))}
      />
      <main id="main" tabIndex={-1} className="main">
        <Outlet />
      </main>
    </div>
  );
}
