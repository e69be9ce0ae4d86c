import type { z } from 'zod';
import type { mendedRow, mendRow } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useSend } from '../../api/use-api.js';
import { useAnnounce } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import type { Import, ImportRow } from './import-words.js';
import { importPath, importRowsPath } from './paths.js';

type Mend = z.input<typeof mendRow>;

/** Mends rows of an import, says aloud how it went, and moves on to the next box that needs something. */
export function useMendRow(shown: Import) {
  const t = useText();
  const announce = useAnnounce();
  const { id } = useAlliance();
  const mend = useSend<z.infer<typeof mendedRow>>(
    'PATCH',
    '/api/v1/alliances/{allianceId}/partner-imports/{importId}/rows/{rowId}',
    { freshens: [importPath, importRowsPath] },
  );
  return {
    isPending: mend.isPending,
    error: mend.error,
    send: (row: ImportRow, body: Mend, onDone?: () => void): void => {
      mend.mutate(
        { path: { allianceId: id, importId: shown.id, rowId: row.id }, body },
        {
          onSuccess: ({ row: now }) => {
            const isWrong = now.verdict === 'problem' && !now.skipped;
            announce(
              t(isWrong ? 'partners.import.stillWrong' : 'partners.import.mended', { line: row.line }),
            );
            onDone?.();
          },
        },
      );
    },
  };
}
