import { useState } from 'react';
import type { ReactElement } from 'react';
import { z } from 'zod';
import { coordinatorKinds } from '#libs/api-schema';
import type { EnquiryDetail } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useSend } from '../../api/use-api.js';
import {
  Button,
  ConfirmButton,
  DateField,
  Dialog,
  Form,
  RadioField,
  Section,
  TextAreaField,
  TextField,
  useToast,
} from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import type { Text } from '../../language/use-text.js';
import { enquiryPaths } from './enquiry-paths.js';
import { PartnerField } from './log-enquiry-page.js';

type Asking = 'offer' | 'accept' | 'partner' | 'coordinator' | 'help';

const titles = {
  offer: 'enquiries.offer',
  accept: 'enquiries.accept',
  partner: 'enquiries.handOnPartner',
  coordinator: 'enquiries.handOnCoordinator',
  help: 'enquiries.help',
} as const satisfies Record<Asking, string>;

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
            {t(titles[one])}
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

interface DialogProps {
  asking: Asking | null;
  onAnswer: (body: Record<string, unknown>) => Promise<void>;
  onClose: () => void;
}

function AnswerDialog({ asking, onAnswer, onClose }: DialogProps): ReactElement {
  const t = useText();
  return (
    <Dialog open={asking !== null} title={asking === null ? '' : t(titles[asking])} onClose={onClose}>
      {asking === 'offer' || asking === 'accept' ? (
        <PlaceForm isOffer={asking === 'offer'} onAnswer={onAnswer} onClose={onClose} />
      ) : null}
      {asking === 'partner' ? <PartnerForm onAnswer={onAnswer} onClose={onClose} /> : null}
      {asking === 'coordinator' ? <CoordinatorForm onAnswer={onAnswer} onClose={onClose} /> : null}
      {asking === 'help' ? <HelpForm onAnswer={onAnswer} onClose={onClose} /> : null}
    </Dialog>
  );
}

type AnswerForm = Pick<DialogProps, 'onAnswer' | 'onClose'>;

function words(t: Text, max: number) {
  const needed = { error: t('enquiries.required') };
  return z.string(needed).trim().min(1, needed).max(max);
}

function PlaceForm({ isOffer, onAnswer, onClose }: AnswerForm & { isOffer: boolean }): ReactElement {
  const t = useText();
  const schema = z.object({
    place: isOffer ? words(t, 200) : z.string().optional(),
    startsOn: z.iso.date().optional(),
    contactPerson: words(t, 120),
    contactReach: words(t, 120),
  });
  return (
    <Form
      schema={schema}
      onSave={({ place, startsOn, ...contact }) =>
        onAnswer({
          kind: isOffer ? 'offer' : 'accept',
          ...contact,
          ...(isOffer ? { place } : {}),
          ...(isOffer && startsOn !== undefined ? { startsOn } : {}),
        })
      }
      onSaved={onClose}
      onCancel={onClose}
      saveLabel={t(isOffer ? 'enquiries.offer' : 'enquiries.accept')}
    >
      {isOffer ? (
        <>
          <TextField name="place" label={t('enquiries.place')} required maxLength={200} />
          <DateField name="startsOn" label={t('enquiries.startsOn')} />
        </>
      ) : null}
      <TextField name="contactPerson" label={t('enquiries.contactPerson')} required maxLength={120} />
      <TextField name="contactReach" label={t('enquiries.contactReach')} required maxLength={120} />
    </Form>
  );
}

function PartnerForm({ onAnswer, onClose }: AnswerForm): ReactElement {
  const t = useText();
  return (
    <Form
      schema={z.object({ partnerId: words(t, 40) })}
      onSave={({ partnerId }) => onAnswer({ kind: 'hand-on-to-partner', partnerId })}
      onSaved={onClose}
      onCancel={onClose}
      saveLabel={t('enquiries.handOnPartner')}
    >
      <p>{t('enquiries.handOnHelp')}</p>
      <PartnerField name="partnerId" />
    </Form>
  );
}

function CoordinatorForm({ onAnswer, onClose }: AnswerForm): ReactElement {
  const t = useText();
  const schema = z.object({
    coordinator: z.enum(coordinatorKinds),
    name: words(t, 120),
    email: words(t, 254),
  });
  return (
    <Form
      schema={schema}
      defaultValues={{ coordinator: 'internship-coordinator' }}
      onSave={(values) => onAnswer({ kind: 'hand-on-to-coordinator', ...values })}
      onSaved={onClose}
      onCancel={onClose}
      saveLabel={t('enquiries.handOnCoordinator')}
    >
      <p>{t('enquiries.handOnHelp')}</p>
      <RadioField
        name="coordinator"
        label={t('enquiries.coordinator')}
        required
        options={coordinatorKinds.map((value) => ({ value, label: t(`enquiries.coordinator.${value}`) }))}
      />
      <TextField name="name" label={t('enquiries.coordinatorName')} required maxLength={120} />
      <TextField name="email" type="email" label={t('enquiries.coordinatorEmail')} required maxLength={254} />
    </Form>
  );
}

function HelpForm({ onAnswer, onClose }: AnswerForm): ReactElement {
  const t = useText();
  return (
    <Form
      schema={z.object({ note: z.string().trim().max(500).default('') })}
      defaultValues={{ note: '' }}
      onSave={({ note }) => onAnswer({ kind: 'ask-for-help', note })}
      onSaved={onClose}
      onCancel={onClose}
      saveLabel={t('enquiries.help')}
    >
      <TextAreaField
        name="note"
        label={t('enquiries.helpNote')}
        hint={t('enquiries.helpNoteHint')}
        emptyAs=""
        maxLength={500}
      />
    </Form>
  );
}
