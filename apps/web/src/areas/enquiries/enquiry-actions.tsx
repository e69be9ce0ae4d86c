import { useState } from 'react';
import type { ReactElement } from 'react';
import type { EnquiryDetail } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useSend } from '../../api/use-api.js';
import { Button, ConfirmButton, Section, useToast } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { AnswerDialog, answerTitles } from './answer-dialog.js';
import type { Asking } from './answer-dialog.js';
import { enquiryPaths } from './enquiry-paths.js';

/** What the reader may do to the enquiry now; nothing that the server would refuse is offered. */
export function EnquiryActions({ enquiry }: { enquiry: EnquiryDetail }): ReactElement | null {
  const t = useText();
  const { may } = enquiry;
  const send = useAnswer(enquiry.id);
  const [asking, setAsking] = useState<Asking | null>(null);
  if (enquiry.endedAt !== null) return null;
  const offered: readonly Asking[] = [
    ...(may.includes('offer') ? (['offer'] as const) : []),
    ...(may.includes('accept') ? (['accept'] as const) : []),
    ...(may.includes('hand-on') ? (['partner', 'coordinator'] as const) : []),
    ...(may.includes('ask-for-help') ? (['help'] as const) : []),
  ];
  const giver = enquiry.steps.findLast(({ kind }) => kind === 'handed-on')?.by ?? enquiry.partner.name;
  return (
    <Section title={t('enquiries.actions')}>
      {may.length === 0 ? <p>{t('enquiries.actionsNone', { holder: enquiry.waitingFor ?? '' })}</p> : null}
      <div className="enquiries-actions">
        {offered.map((one, index) => (
          <Button
            key={one}
            kind={index === 0 ? 'primary' : 'secondary'}
            onClick={() => {
              setAsking(one);
            }}
          >
            {t(answerTitles[one])}
          </Button>
        ))}
        {may.includes('decline') ? (
          <ConfirmButton
            label={t('enquiries.decline')}
            title={t('enquiries.decline')}
            onConfirm={() => send.answer({ kind: 'decline' })}
          >
            <p>{t('enquiries.declineHelp')}</p>
          </ConfirmButton>
        ) : null}
        {may.includes('take-back') ? (
          <ConfirmButton
            label={t('enquiries.takeBack')}
            title={t('enquiries.takeBack')}
            onConfirm={() => send.answer({ kind: 'take-back' })}
          >
            <p>{t('enquiries.takeBackHelp', { giver })}</p>
          </ConfirmButton>
        ) : null}
        {may.includes('withdraw') ? (
          <ConfirmButton
            label={t('enquiries.withdraw')}
            title={t('enquiries.withdraw')}
            onConfirm={send.withdraw}
          >
            <p>{t('enquiries.withdrawHelp')}</p>
          </ConfirmButton>
        ) : null}
      </div>
      <AnswerDialog
        asking={asking}
        onAnswer={send.answer}
        onClose={() => {
          setAsking(null);
        }}
      />
    </Section>
  );
}

function useAnswer(enquiryId: string): {
  answer: (body: Record<string, unknown>) => Promise<void>;
  withdraw: () => Promise<void>;
} {
  const t = useText();
  const toast = useToast();
  const { id: allianceId } = useAlliance();
  const path = { allianceId, enquiryId };
  const answer = useSend('POST', enquiryPaths.answer);
  const withdraw = useSend('POST', enquiryPaths.withdraw);
  return {
    answer: async (body) => {
      await answer.mutateAsync({ path, body });
      toast({ text: t('enquiries.done') });
    },
    withdraw: async () => {
      await withdraw.mutateAsync({ path, body: {} });
      toast({ text: t('enquiries.done') });
    },
  };
}
