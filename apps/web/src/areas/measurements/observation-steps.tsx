import { useState } from 'react';
import type { ReactElement } from 'react';
import { observationStepInput } from '#libs/api-schema';
import type { Observation, ObservationState, ObservationStep } from '#libs/api-schema';
import { useAlliance, useHasRole } from '../../api/session.js';
import { useSend } from '../../api/use-api.js';
import { Button, Dialog, Form, problemText, TextAreaField, useToast } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { useFigureWords } from './use-figure-words.js';

const offered: Readonly<Record<ObservationState, readonly ObservationStep[]>> = {
  draft: ['submit', 'publish'],
  submitted: ['publish', 'send_back'],
  sent_back: ['submit'],
  published: [],
};

/** Hands a figure in; the secretariat publishes it or sends it back with a reason. */
export function ObservationSteps({
  indicatorId,
  row,
}: {
  indicatorId: string;
  row: Observation;
}): ReactElement {
  const t = useText();
  const toast = useToast();
  const words = useFigureWords();
  const { id: allianceId } = useAlliance();
  const isSecretariat = useHasRole('secretariat');
  const [asking, setAsking] = useState(false);
  const move = useSend('POST', '/api/v1/alliances/{allianceId}/indicators/{id}/observations/{period}/steps');
  const call = { path: { allianceId, id: indicatorId, period: row.period }, version: row.version };
  const period = words.period(row.period);
  const close = (): void => {
    setAsking(false);
  };
  return (
    <>
      {offered[row.state]
        .filter((step) => step === 'submit' || isSecretariat)
        .map((step) => (
          <Button
            key={step}
            kind="tertiary"
            busy={move.isPending}
            aria-label={t('measurements.stepFor', { step: t(`measurements.step.${step}`), period })}
            onClick={() => {
              if (step === 'send_back') setAsking(true);
              else
                move.mutate(
                  { ...call, body: { step } },
                  {
                    onError: (error) => {
                      toast({ text: problemText(error, t) });
                    },
                  },
                );
            }}
          >
            {t(`measurements.step.${step}`)}
          </Button>
        ))}
      <Dialog
        open={asking}
        title={t('measurements.stepFor', { step: t('measurements.step.send_back'), period })}
        onClose={close}
      >
        <Form
          schema={observationStepInput}
          defaultValues={{ step: 'send_back', reason: '' }}
          saveLabel={t('measurements.step.send_back')}
          onSave={(body) => move.mutateAsync({ ...call, body })}
          onSaved={close}
          onCancel={close}
        >
          <TextAreaField name="reason" label={t('measurements.sendBackReason')} required emptyAs="" />
        </Form>
      </Dialog>
    </>
  );
}
