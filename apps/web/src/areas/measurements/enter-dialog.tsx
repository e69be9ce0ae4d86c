import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { z } from 'zod';
import { observationInput, periodKey } from '#libs/api-schema';
import type { IndicatorDetail, ObservedFigure } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useSend } from '../../api/use-api.js';
import { Dialog, Form, NumberField, RadioField, TextAreaField, TextField } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { useFigureWords } from './use-figure-words.js';

/** The figure of which period is entered, and what it is so far. */
export interface Entry {
  /** '' = the person writes it. */
  period: string;
  /** 0 for a first figure. */
  version: number;
  figure?: ObservedFigure;
  note?: string;
}

const entrySchema = observationInput.extend({ period: periodKey });

interface EnterDialogProps {
  indicator: IndicatorDetail;
  /** null = closed */
  entry: Entry | null;
  onClose: () => void;
}

/** Enters or corrects the figure of a period. */
export function EnterDialog({ indicator, entry, onClose }: EnterDialogProps): ReactElement {
  const t = useText();
  const words = useFigureWords();
  const { id: allianceId } = useAlliance();
  const save = useSend('PUT', '/api/v1/alliances/{allianceId}/indicators/{id}/observations/{period}');
  const isFirst = entry?.version === 0;
  return (
    <Dialog
      open={entry !== null}
      title={
        entry === null || isFirst
          ? t('measurements.enter')
          : t('measurements.enterFor', { period: words.period(entry.period) })
      }
      onClose={onClose}
    >
      {entry === null ? null : (
        <Form
          schema={entrySchema}
          defaultValues={{
            period: entry.period,
            figure: entry.figure ?? { kind: 'value' },
            note: entry.note ?? '',
          }}
          saveLabel={t('measurements.saveFigure')}
          onSave={({ period, figure, note }) =>
            save.mutateAsync({
              path: { allianceId, id: indicator.id, period },
              body: { figure, note },
              version: entry.version,
            })
          }
          onSaved={onClose}
          onCancel={onClose}
        >
          {isFirst ? (
            <TextField
              name="period"
              label={t('measurements.period')}
              hint={t(`measurements.periodHint.${indicator.frequency}`)}
              required
              width="s"
            />
          ) : null}
          <FigureFields indicator={indicator} />
          <TextAreaField name="note" label={t('measurements.note')} emptyAs="" rows={2} />
        </Form>
      )}
    </Dialog>
  );
}

function FigureFields({ indicator }: { indicator: IndicatorDetail }): ReactElement {
  const t = useText();
  const { control, setValue } = useFormContext<z.input<typeof entrySchema>>();
  const kind = useWatch({ control, name: 'figure.kind' });
  const shown = useRef(kind);
  useEffect(() => {
    if (shown.current === kind) return;
    shown.current = kind;
    // What was written for another kind of figure does not belong to this one.
    setValue('figure', { kind } as ObservedFigure);
  }, [kind, setValue]);
  const kinds =
    indicator.unit === 'percent'
      ? (['share', 'value', 'not_applicable'] as const)
      : (['value', 'not_applicable'] as const);
  return (
    <>
      <RadioField
        name="figure.kind"
        label={t('measurements.kind')}
        required
        options={kinds.map((value) => ({ value, label: t(`measurements.kind.${value}`) }))}
      />
      {kind === 'value' ? (
        <NumberField
          key="value"
          name="figure.value"
          label={t('measurements.value')}
          unit={t(`measurements.unit.${indicator.unit}`).toLowerCase()}
          required
        />
      ) : null}
      {kind === 'share' ? (
        <>
          <NumberField
            key="numerator"
            name="figure.numerator"
            label={t('measurements.numerator')}
            whole
            required
          />
          <NumberField
            key="denominator"
            name="figure.denominator"
            label={t('measurements.denominator')}
            whole
            required
          />
        </>
      ) : null}
    </>
  );
}
