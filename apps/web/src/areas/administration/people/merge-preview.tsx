import type { ReactElement } from 'react';
import type { z } from 'zod';
import { personReferenceTitles } from '#libs/api-schema';
import type { mergePreview } from '#libs/api-schema';
import { Facts, Table } from '../../../kit/index.js';
import type { Column } from '../../../kit/index.js';
import { useLanguage } from '../../../language/language-provider.js';
import { useFormats } from '../../../language/use-formats.js';
import { useText } from '../../../language/use-text.js';

type Preview = z.infer<typeof mergePreview>;
type Move = Preview['moves'][number];

/** What a merge would move, end and leave. */
export function MergePreview({ preview }: { preview: Preview }): ReactElement {
  const t = useText();
  const formats = useFormats();
  const { language } = useLanguage();
  const { from, into, moves, alliances, endedSessions } = preview;
  const columns: Column<Move>[] = [
    {
      key: 'what',
      header: t('everybody.mergeWhat'),
      isName: true,
      cell: ({ what }) => personReferenceTitles[what]?.[language] ?? what,
    },
    {
      key: 'count',
      header: t('everybody.mergeCount'),
      align: 'end',
      cell: ({ count }) => formats.number(count),
    },
  ];
  return (
    <>
      <Facts
        rows={[
          [t('everybody.mergeStays'), `${into.name} (${into.emails.join(', ')})`],
          [t('everybody.mergeGoes'), `${from.name} (${from.emails.join(', ')})`],
          [
            t('everybody.alliances'),
            alliances.length === 0
              ? t('everybody.noAlliances')
              : alliances.map(({ name }) => name).join(', '),
          ],
        ]}
      />
      <h3>{t('everybody.mergeMoves', { name: into.name })}</h3>
      {moves.length === 0 ? (
        <p>{t('everybody.mergeNothing')}</p>
      ) : (
        <Table
          name={t('everybody.mergeMoves', { name: into.name })}
          columns={columns}
          rows={moves}
          rowKey={({ what }) => what}
        />
      )}
      <p>{t('everybody.mergeOnce', { name: from.name, into: into.name, sessions: endedSessions })}</p>
      {from.isAdmin && !into.isAdmin ? <p>{t('everybody.mergeAdmin', { name: from.name })}</p> : null}
    </>
  );
}
