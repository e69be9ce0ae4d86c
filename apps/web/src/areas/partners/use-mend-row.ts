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
export function useMendRow(shown: Import, onDone?: () => void) {
  const t = useText();
  const announce = useAnnounce();
  const { id } = useAlliance();
  const mend = useSend<z.infer<typeof mendedRow>>(
    'PATCH',
    '/api/v1/alliances/{allianceId}/partner-imports/{importId}/rows/{rowId}',
    {
      freshens: [importPath, importRowsPath],
      // Before the list is asked again, when the row may go from it and the focus with it.
      onDone: ({ row }) => {
        const isWrong = row.verdict === 'problem' && !row.skipped;
        announce(t(isWrong ? 'partners.import.stillWrong' : 'partners.import.mended', { line: row.line }));
        if (!isWrong) moveOn();
        onDone?.();
      },
    },
  );
  return {
    isPending: mend.isPending,
    error: mend.error,
    send: (row: ImportRow, body: Mend): void => {
      mend.mutate({ path: { allianceId: id, importId: shown.id, rowId: row.id }, body });
    },
  };
}

/** From a row that is mended to the next box in which something is to be mended, else to the figures above. */
function moveOn(): void {
  const row = document.activeElement?.closest('tr');
  if (!row) return;
  const boxes = [...document.querySelectorAll<HTMLElement>('.partners-mend input')];
  const isBehind = (box: HTMLElement): boolean =>
    (row.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 && !row.contains(box);
  const next = boxes.find(isBehind) ?? boxes.find((box) => !row.contains(box));
  (next ?? document.querySelector<HTMLElement>('.partners-tally button'))?.focus();
}
