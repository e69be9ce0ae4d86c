import { useState } from 'react';
import type { ReactElement } from 'react';
import type { z } from 'zod';
import type { auditVerification } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { callApi } from '../../api/client.js';
import { Button, Dialog, Loading, Notice, ProblemNotice } from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';

type Verification = z.infer<typeof auditVerification>;
const known = ['edited', 'deleted', 'broken-link', 'inserted', 'cut-off', 'rewritten', 'gone'] as const;
type Kind = (typeof known)[number];

/** Walks the alliance's chain and says whether it holds. */
export function VerifyHistory(): ReactElement {
  const t = useText();
  const { id } = useAlliance();
  const [open, setOpen] = useState(false);
  const [result, setResult] = useState<Verification | null>(null);
  const [error, setError] = useState<unknown>(null);
  const verify = async (): Promise<void> => {
    setOpen(true);
    setResult(null);
    setError(null);
    try {
      setResult(
        await callApi<Verification>('GET', '/api/v1/alliances/{allianceId}/audit/verification', {
          path: { allianceId: id },
        }),
      );
    } catch (cause) {
      setError(cause);
    }
  };
  return (
    <>
      <Button kind="secondary" onClick={() => void verify()}>
        {t('history.verify')}
      </Button>
      <Dialog
        open={open}
        title={t('history.verify')}
        onClose={() => {
          setOpen(false);
        }}
      >
        {error === null ? null : <ProblemNotice error={error} />}
        {result === null && error === null ? <Loading /> : null}
        {result === null ? null : <Result result={result} />}
      </Dialog>
    </>
  );
}

function Result({ result }: { result: Verification }): ReactElement {
  const t = useText();
  const f = useFormats();
  const { events, anchors, findings, head } = result;
  const counts = t('history.verifyCounts', { events, anchors });
  if (findings.length === 0)
    return (
      <Notice kind="success" title={t('history.holds')}>
        <p>{counts}</p>
        {head === null ? null : (
          <p>
            {t('history.head')} <code className="history-hash">{head}</code>
          </p>
        )}
      </Notice>
    );
  return (
    <Notice kind="error" title={t('history.holdsNot')}>
      <p>{counts}</p>
      <ul>
        {findings.map(({ kind, seq, anchoredAt }) => (
          <li key={`${kind}${String(seq)}`}>
            {t('history.findingAt', {
              seq: f.number(seq),
              what: isKnown(kind) ? t(`history.finding.${kind}`) : kind,
            })}
            {anchoredAt === null ? null : ` ${t('history.anchoredAt', { at: f.dateTime(anchoredAt) })}`}
          </li>
        ))}
      </ul>
      <p>{t('history.holdsNotHelp')}</p>
    </Notice>
  );
}

function isKnown(kind: string): kind is Kind {
  return (known as readonly string[]).includes(kind);
}
