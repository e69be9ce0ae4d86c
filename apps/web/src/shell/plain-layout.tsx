import type { ReactElement } from 'react';
import { Outlet } from '@tanstack/react-router';

/** A page without side navigation. */
export function PlainLayout(): ReactElement {
  return (
    <main id="main" tabIndex={-1} className="main main-plain">
      <Outlet />
    </main>
  );
}
