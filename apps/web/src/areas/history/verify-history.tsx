import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { auditVerification, historyCheck, latestHistoryCheck } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { apiKey, useApi, useSend } from '../../api/use-api.js';
import { Button, Dialog, Loading, Notice, ProblemNotice, ProgressBar } from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';

type Verification = z.infer<typeof auditVerification>;
type Check = z.infer<typeof historyCheck>;
type Latest = z.infer<typeof latestHistoryCheck>;
const known = ['edited', 'deleted', 'broken-link', 'inserted', 'cut-off', 'rewritten', 'gone'] as const;
type Kind = (typeof known)[number];

const path = '/api/v1/alliances/{allianceId}/audit/verification';
const lookEvery = 700;

/** Has the alliance's chain walked and says whether it holds. The walk goes on when the window is closed. */
export function VerifyHistory(): ReactElement {
  const t = useText();
  const { id: allianceId } = useAlliance();
  const [open, setOpen] = useState(false);
  const begin = useSend<Check>('POST', path, { freshens: [path] });
  return (
    <>
      <Button
        kind="secondary"
        onClick={() => {
          setOpen(true);
          begin.mutate({ path: { allianceId }, body: {} });
        }}
      >
        {t('history.verify')}
      </Button>
      <Dialog
        open={open}
        title={t('history.verify')}
        onClose={() => {
          setOpen(false);
        }}
      >
        {begin.isError ? <ProblemNotice error={begin.error} /> : null}
        {begin.isPending ? <Loading /> : null}
        {begin.isPending || !open ? null : <LatestCheck />}
      </Dialog>
    </>
  );
}

function LatestCheck(): ReactElement | null {
  const t = useText();
  const f = useFormats();
  const { id: allianceId } = useAlliance();
  const queries = useQueryClient();
  const reading = { path: { allianceId } };
  const { data, error } = useApi<Latest>(path, reading);
  const check = data?.check ?? null;
  const isRunning = check?.state === 'running';
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => {
      void queries.invalidateQueries({ queryKey: apiKey(path, { path: { allianceId } }) });
    }, lookEvery);
    return () => {
      clearInterval(timer);
    };
  }, [isRunning, queries, allianceId]);
  if (error !== null && data === undefined) return <ProblemNotice error={error} />;
  if (check === null) return null;
  if (isRunning)
    return (
      <>
        <ProgressBar label={t('history.verifying')} {...check.progress} />
        <p>{t('history.verifyingHelp')}</p>
      </>
    );
  if (check.found === null)
    return (
      <Notice kind="error" title={t('history.verifyFailed')}>
        <p>{t('history.verifyFailedHelp')}</p>
      </Notice>
    );
  return (
    <>
      <Result result={check.found} />
      {check.finishedAt === null ? null : (
        <p>{t('history.verifiedAt', { at: f.dateTime(check.finishedAt) })}</p>
      )}
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
