import type { ReactElement } from 'react';
import type { ScopedLink } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi } from '../../api/use-api.js';
import { Loaded, Section, Table } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { useLinkColumns } from './link-columns.js';
import { linksPath } from './links-path.js';

/** The links without account to one thing; nothing while there are none. Only for those who may see links. */
export function ThingLinks({ kind, id }: { kind: string; id: string }): ReactElement {
  const t = useText();
  const { id: allianceId } = useAlliance();
  const columns = useLinkColumns({ withThing: false });
  const query = useApi<{ items: ScopedLink[] }>(linksPath, {
    path: { allianceId },
    query: { about: `${kind}:${id}`, sort: '-createdAt' },
  });
  return (
    <Loaded query={query}>
      {({ items }) =>
        items.length === 0 ? null : (
          <Section title={t('links.ofThing')}>
            <Table name={t('links.ofThing')} columns={columns} rows={items} rowKey={(link) => link.id} />
          </Section>
        )
      }
    </Loaded>
  );
}
