import type { ReactElement } from 'react';
import { agendaAnswerInput, agendaAnswers } from '#libs/api-schema';
import type { AgendaAnswered, AgendaVersion } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useSend } from '../../api/use-api.js';
import { Dialog, Form, RadioField, TextAreaField } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';

interface AnswerDialogProps {
  version: AgendaVersion;
  /** Whose answer is given; null = closed. */
  row: AgendaAnswered | null;
  onClose: () => void;
}

/** Consent, consent with a concern, or an objection; the latter two say why. */
export function AnswerDialog({ version, row, onClose }: AnswerDialogProps): ReactElement {
  const t = useText();
  const { id: allianceId } = useAlliance();
  const send = useSend('PUT', '/api/v1/alliances/{allianceId}/agenda/versions/{id}/answers/{organisationId}');
  return (
    <Dialog
      open={row !== null}
      title={t('agenda.giveAnswerFor', { organisation: row?.organisationName ?? '' })}
      onClose={onClose}
    >
      {row === null ? null : (
        <Form
          schema={agendaAnswerInput}
          defaultValues={{ ...(row.answer === null ? {} : { answer: row.answer }), words: row.words }}
          saveLabel={t('agenda.sendAnswer')}
          onCancel={onClose}
          onSave={(body) =>
            send.mutateAsync({
              path: { allianceId, id: version.id, organisationId: row.organisationId },
              body,
              version: row.version,
            })
          }
          onSaved={onClose}
        >
          <RadioField
            name="answer"
            label={t('agenda.answerLegend')}
            required
            options={agendaAnswers.map((value) => ({
              value,
              label: t(`agenda.answer.${value}`),
              hint: t(`agenda.hint.${value}`),
            }))}
          />
          <TextAreaField
            name="words"
            label={t('agenda.words')}
            hint={t('agenda.wordsHint')}
            emptyAs=""
            rows={3}
          />
        </Form>
      )}
    </Dialog>
  );
}
