import type { ReactElement } from 'react';
import { useAlliance } from '../../api/session.js';
import { useSend } from '../../api/use-api.js';
import { Button, Notice, problemText, usePageKey } from '../../kit/index.js';
import { useLanguage } from '../../language/language-provider.js';
import { useText } from '../../language/use-text.js';
import type { Text } from '../../language/use-text.js';
import { ImportColumns } from './import-columns.js';
import { ImportRows } from './import-rows.js';
import { refusalText } from './import-words.js';
import type { Import } from './import-words.js';

const delimiters: Readonly<Record<string, 'semicolon' | 'comma' | 'tab'>> = {
  ';': 'semicolon',
  ',': 'comma',
  '\t': 'tab',
};

/** What would happen, row by row, before anything does. */
export function ImportPreview({ shown }: { shown: Import }): ReactElement {
  const t = useText();
  const { language } = useLanguage();
  return (
    <>
      {shown.problem ? (
        <Notice kind="error" urgent title={t('partners.import.failed')}>
          <p>{refusalText(shown.problem, language)}</p>
        </Notice>
      ) : null}
      <p>{t('partners.import.format', { format: formatText(shown, t), rows: shown.counts.rows })}</p>
      <Run shown={shown} />
      <ImportColumns shown={shown} />
      <ImportRows shown={shown} />
    </>
  );
}

function Run({ shown }: { shown: Import }): ReactElement {
  const t = useText();
  const { id } = useAlliance();
  const { problem, match } = shown.counts;
  const count = shown.counts.new + match;
  const run = useSend<Import>('POST', '/api/v1/alliances/{allianceId}/partner-imports/{importId}/run');
  const save = (): void => {
    if (count > 0 && !run.isPending)
      run.mutate({ path: { allianceId: id, importId: shown.id }, body: { leaveOutProblems: true } });
  };
  usePageKey({ key: 'g', label: t('partners.import.run', { count }), run: save });
  return (
    <div className="partners-run">
      {count > 0 ? (
        <Button busy={run.isPending} onClick={save}>
          {t('partners.import.run', { count })}
        </Button>
      ) : (
        <p>{t('partners.import.nothing')}</p>
      )}
      {problem > 0 ? <p>{t('partners.import.leaveOut', { count: problem })}</p> : null}
      {run.isError ? (
        <Notice kind="error" urgent>
          <p>{problemText(run.error, t)}</p>
        </Notice>
      ) : null}
    </div>
  );
}

function formatText({ encoding, delimiter }: Import, t: Text): string {
  if (encoding === null) return t('partners.import.formatXlsx');
  const name = delimiters[delimiter ?? ';'] ?? 'semicolon';
  return t('partners.import.formatCsv', {
    encoding: encoding.toUpperCase(),
    delimiter: t(`partners.import.delimiter.${name}`),
  });
}
