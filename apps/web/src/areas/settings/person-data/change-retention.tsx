import { useId, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import type { z } from 'zod';
import type { retentionPreview } from '#libs/api-schema';
import { useAlliance } from '../../../api/session.js';
import { useApi, useSend } from '../../../api/use-api.js';
import { Button, Dialog, Loaded, Notice, problemText, useToast } from '../../../kit/index.js';
import { useLanguage } from '../../../language/language-provider.js';
import { useFormats } from '../../../language/use-formats.js';
import { useText } from '../../../language/use-text.js';
import { retentionPath, type Rule } from './retention-rule.js';

type Preview = z.output<typeof retentionPreview>;

/** Changes how long something is kept: first what it means, counted, then the change. */
export function ChangeRetention({ rule, onClose }: { rule: Rule; onClose: () => void }): ReactElement {
  const t = useText();
  const f = useFormats();
  const toast = useToast();
  const fieldId = useId();
  const field = useRef<HTMLInputElement>(null);
  const { language } = useLanguage();
  const { id: allianceId } = useAlliance();
  const [months, setMonths] = useState(String(rule.months));
  const [counted, setCounted] = useState<number | null>(null);
  const path = { allianceId, name: rule.name };
  const preview = useApi<Preview>('/api/v1/alliances/{allianceId}/retention/{name}/preview', {
    path,
    query: { months: counted ?? rule.months },
    enabled: counted !== null,
  });
  const change = useSend('PUT', '/api/v1/alliances/{allianceId}/retention/{name}', {
    freshens: [retentionPath],
  });
  const number = Number(months);
  const fits = Number.isInteger(number) && number >= rule.shortestMonths && number <= rule.longestMonths;
  const fault = t('personData.monthsFault', { shortest: rule.shortestMonths, longest: rule.longestMonths });
  const hint = t('personData.monthsHint', {
    shortest: rule.shortestMonths,
    longest: rule.longestMonths,
    recommended: rule.defaultMonths,
  });
  const save = (): void => {
    change.mutate(
      { path, body: { months: number }, version: rule.version },
      {
        onSuccess: () => {
          toast({ text: t('personData.saved') });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      title={t('personData.changeOf', { rule: rule.title[language] })}
      onClose={onClose}
      actions={
        <>
          {counted === number && preview.data !== undefined ? (
            <Button busy={change.isPending} onClick={save}>
              {t('personData.save')}
            </Button>
          ) : (
            <Button
              busy={counted === number && preview.isFetching}
              disabled={number === rule.months}
              onClick={() => {
                if (fits) setCounted(number);
                else field.current?.focus();
              }}
            >
              {t('personData.countFirst')}
            </Button>
          )}
          <Button kind="secondary" onClick={onClose}>
            {t('kit.cancel')}
          </Button>
        </>
      }
    >
      <p>{rule.explains[language]}</p>
      <div className={fits ? 'field' : 'field field-wrong'}>
        <label className="field-label" htmlFor={fieldId}>
          {t('personData.monthsLabel')}
        </label>
        <p className="field-hint" id={`${fieldId}-hint`}>
          {hint}
        </p>
        <input
          ref={field}
          id={fieldId}
          className="form-input field-width-s"
          inputMode="numeric"
          aria-describedby={fits ? `${fieldId}-hint` : `${fieldId}-hint ${fieldId}-fault`}
          aria-invalid={fits ? undefined : true}
          value={months}
          onChange={({ target }) => {
            setMonths(target.value.trim());
          }}
        />
        {fits ? null : (
          <p className="field-fault" id={`${fieldId}-fault`} role="alert">
            <span aria-hidden="true">× </span>
            {fault}
          </p>
        )}
      </div>
      {counted === number ? (
        <Loaded query={preview}>
          {({ rows, before }) => (
            <Notice kind={rows === 0 ? 'info' : 'warning'} urgent>
              <p>{t('personData.wouldGo', { rows, before: f.date(before) })}</p>
            </Notice>
          )}
        </Loaded>
      ) : null}
      {change.error === null ? null : (
        <Notice kind="error" urgent>
          <p>{problemText(change.error, t)}</p>
        </Notice>
      )}
    </Dialog>
  );
}
