import { useState } from 'react';
import type { ReactElement } from 'react';
import { Button, Notice, problemText, Section } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { downloadFile } from './download-file.js';
import '../participants/participants.css';

interface HandOutProps {
  title: string;
  lead: string;
  /** Of the export as JSON; the other formats lie below it. */
  address: string;
  /** What the file is called, without its ending. */
  fileName: string;
}

const formats = [
  ['zip', 'rights.handOutZip'],
  ['pdf', 'rights.handOutPdf'],
  ['json', 'rights.handOutJson'],
] as const;
type Format = (typeof formats)[number][0];

/** Everything kept about somebody: all of it with the files, a document to read, or a file for other systems. */
export function HandOut({ title, lead, address, fileName }: HandOutProps): ReactElement {
  const t = useText();
  const [busy, setBusy] = useState<Format | null>(null);
  const [error, setError] = useState<unknown>(null);
  const get = async (format: Format): Promise<void> => {
    setBusy(format);
    setError(null);
    try {
      await downloadFile(format === 'json' ? address : `${address}/${format}`, `${fileName}.${format}`);
    } catch (cause) {
      setError(cause);
    } finally {
      setBusy(null);
    }
  };
  return (
    <Section title={title}>
      <p>{lead}</p>
      <p className="participants-steps">
        {formats.map(([format, label]) => (
          <Button key={format} kind="secondary" busy={busy === format} onClick={() => void get(format)}>
            {t(label)}
          </Button>
        ))}
      </p>
      {error === null ? null : (
        <Notice kind="error" urgent>
          <p>{problemText(error, t)}</p>
        </Notice>
      )}
    </Section>
  );
}
