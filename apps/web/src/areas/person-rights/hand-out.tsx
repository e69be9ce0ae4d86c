import { useState } from 'react';
import type { ReactElement } from 'react';
import { useAlliance } from '../../api/session.js';
import { Button, problemText, Section, useToast } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { downloadFile } from './download-file.js';
import type { RightsOf } from './person-data-paths.js';
import '../participants/participants.css';

/** Everything kept about somebody, as a document to read and as a file for other systems. */
export function HandOut({ kind, subjectId, fileName }: RightsOf & { fileName: string }): ReactElement {
  const t = useText();
  const toast = useToast();
  const { id: allianceId } = useAlliance();
  const [busy, setBusy] = useState<'pdf' | 'json' | null>(null);
  const address = `/api/v1/alliances/${allianceId}/person-data/${kind}/${subjectId}`;
  const get = async (format: 'pdf' | 'json'): Promise<void> => {
    setBusy(format);
    try {
      await downloadFile(format === 'pdf' ? `${address}/pdf` : address, `${fileName}.${format}`);
    } catch (error) {
      toast({ text: problemText(error, t) });
    } finally {
      setBusy(null);
    }
  };
  return (
    <Section title={t('rights.handOut')}>
      <p>{t('rights.handOutLead')}</p>
      <p className="participants-steps">
        <Button kind="secondary" busy={busy === 'pdf'} onClick={() => void get('pdf')}>
          {t('rights.handOutPdf')}
        </Button>
        <Button kind="secondary" busy={busy === 'json'} onClick={() => void get('json')}>
          {t('rights.handOutJson')}
        </Button>
      </p>
    </Section>
  );
}
