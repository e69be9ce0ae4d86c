import type { ReactElement } from 'react';
import { z } from 'zod';
import { plainDate } from '#libs/api-schema';
import { Button, DateField, Form, useSearchText } from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';

const period = z.strictObject({ from: plainDate.optional(), to: plainDate.optional() });

/** The first and the last day, kept in the address. */
export function AuditPeriod(): ReactElement {
  const t = useText();
  const f = useFormats();
  const [search, setSearch] = useSearchText();
  const { fra: from, til: to } = search;
  const set = (fra: string | undefined, til: string | undefined): void => {
    setSearch({ fra, til, after: undefined, page: undefined });
  };
  const words =
    from === undefined && to === undefined
      ? t('history.always')
      : `${from === undefined ? '…' : f.date(from)} – ${to === undefined ? '…' : f.date(to)}`;
  return (
    <details className="history-period">
      <summary>{t('history.period', { period: words })}</summary>
      <Form
        key={`${from ?? ''}:${to ?? ''}`}
        schema={period}
        defaultValues={{ ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }}
        saveLabel={t('history.showPeriod')}
        onSave={(values) => Promise.resolve(values)}
        onSaved={(values) => {
          set(values.from, values.to);
        }}
        actions={
          <Button
            kind="tertiary"
            onClick={() => {
              set(undefined, undefined);
            }}
          >
            {t('history.always')}
          </Button>
        }
      >
        <DateField name="from" label={t('history.from')} />
        <DateField name="to" label={t('history.to')} />
      </Form>
    </details>
  );
}
