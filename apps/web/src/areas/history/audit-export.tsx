import { useState } from 'react';
import type { ReactElement } from 'react';
import type { z } from 'zod';
import type { auditExport } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useSend } from '../../api/use-api.js';
import { Button, problemText, useSearchText, useToast } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';

type Exported = z.infer<typeof auditExport>;

/** Takes out what the table is narrowed to, as a file with readable lines; that it was taken is itself an event. */
export function AuditExport(): ReactElement {
  const t = useText();
  const toast = useToast();
  const { id } = useAlliance();
  const [search] = useSearchText();
  const [busy, setBusy] = useState(false);
  const send = useSend<Exported>('POST', '/api/v1/alliances/{allianceId}/audit/export', { freshens: [] });
  const take = async (): Promise<void> => {
    setBusy(true);
    try {
      const { name, csv } = await send.mutateAsync({ path: { allianceId: id }, body: askedFor(search) });
      save(name, csv);
    } catch (error) {
      toast({ text: problemText(error, t) });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button kind="secondary" busy={busy} onClick={() => void take()}>
      {t('history.export')}
    </Button>
  );
}

function askedFor(search: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const asked = {
    q: search['q'],
    from: search['fra'],
    to: search['til'],
    subject: search['ting'],
    actorId: search['actorId'],
    kind: search['kind'],
    type: search['type'],
  };
  return Object.fromEntries(
    Object.entries(asked).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== ''),
  );
}

function save(name: string, csv: string): void {
  const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
