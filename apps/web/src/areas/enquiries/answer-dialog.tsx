import type { ReactElement } from 'react';
import { z } from 'zod';
import { coordinatorKinds } from '#libs/api-schema';
import { DateField, Dialog, Form, RadioField, TextAreaField, TextField } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import type { Text } from '../../language/use-text.js';
import { PartnerField } from './log-enquiry-page.js';

/** An answer that wants words of its own. */
export type Asking = 'offer' | 'accept' | 'partner' | 'coordinator' | 'help';

/** What each is called, on its button and above its form. */
export const answerTitles = {
  offer: 'enquiries.offer',
  accept: 'enquiries.accept',
  partner: 'enquiries.handOnPartner',
  coordinator: 'enquiries.handOnCoordinator',
  help: 'enquiries.help',
} as const satisfies Record<Asking, string>;

interface DialogProps {
  asking: Asking | null;
  onAnswer: (body: Record<string, unknown>) => Promise<void>;
  onClose: () => void;
}

/** Asks for what an answer needs: a place, who takes over, or what help is wanted. */
export function AnswerDialog({ asking, onAnswer, onClose }: DialogProps): ReactElement {
  const t = useText();
  return (
    <Dialog open={asking !== null} title={asking === null ? '' : t(answerTitles[asking])} onClose={onClose}>
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
