import type { ReactElement, ReactNode } from 'react';

/** Facts of one thing, label and value: `<Facts rows={[[t('partners.cvr'), partner.cvr]]} />`. Empty ones are left out. */
export function Facts({ rows }: { rows: readonly (readonly [string, ReactNode])[] }): ReactElement {
  return (
    <dl className="facts">
      {rows.map(([label, value]) =>
        value === null || value === undefined || value === '' ? null : (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
