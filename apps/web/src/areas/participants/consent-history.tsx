import { useState } from 'react';
import type { ReactElement } from 'react';
import { z } from 'zod';
import { consentWithdrawers } from '#libs/api-schema';
import type { ConsentStanding, ParticipantConsent, ParticipantDetail } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useSend } from '../../api/use-api.js';
import {
  Button,
  ButtonLink,
  Dialog,
  Form,
  RadioField,
  Section,
  Status,
  Table,
  TextField,
  useToast,
} from '../../kit/index.js';
import type { StatusTone } from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import { participantPaths } from './participant-paths.js';

const tones: Readonly<Record<ConsentStanding, StatusTone>> = {
  'in-force': 'good',
  expired: 'attention',
  withdrawn: 'ended',
};

/** Where a consent stands, as word and shape. */
export function ConsentStatus({ standing }: { standing: ConsentStanding }): ReactElement {
  const t = useText();
  return <Status tone={tones[standing]}>{t(`participants.consent.${standing}`)}</Status>;
}

/** All consents a young person has given, newest first; what was said each time, and whether it was withdrawn. */
export function ConsentHistory({ participant }: { participant: ParticipantDetail }): ReactElement {
  const t = useText();
  const f = useFormats();
  const { slug } = useAlliance();
  return (
    <Section
      title={t('participants.consents')}
      actions={
        participant.consent.standing === 'in-force' ? (
          <ButtonLink kind="secondary" to={`/a/${slug}/unge/${participant.id}/samtykke`}>
            {t('participants.consentNew')}
          </ButtonLink>
        ) : null
      }
    >
      <Table<ParticipantConsent>
        name={t('participants.consents')}
        rows={participant.consents}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'purpose',
            header: t('participants.consentPurpose'),
            isName: true,
            cell: ({ purpose }) => purpose,
          },
          {
            key: 'standing',
            header: t('participants.standing'),
            cell: ({ standing }) => <ConsentStatus standing={standing} />,
          },
          {
            key: 'term',
            header: t('participants.period'),
            isWhen: true,
            cell: ({ givenOn, expiresOn }) =>
              t('participants.periodClosed', { from: f.date(givenOn), to: f.date(expiresOn) }),
          },
          {
            key: 'givenBy',
            header: t('participants.consentGivenBy'),
            wide: true,
            cell: ({ givenBy }) => (givenBy === null ? '' : t(`participants.consentGivenBy.${givenBy}`)),
          },
          {
            key: 'recorded',
            header: t('participants.consentRecorded'),
            wide: true,
            cell: ({ recordedBy, recordedAt }) =>
              recordedBy === null
                ? f.dateTime(recordedAt)
                : t('participants.confirmedBy', { date: f.dateTime(recordedAt), name: recordedBy }),
          },
          {
            key: 'steps',
            header: t('participants.steps'),
            isActions: true,
            cell: (consent) => <ConsentSteps participantId={participant.id} consent={consent} />,
          },
        ]}
      />
    </Section>
  );
}

interface StepsProps {
  participantId: string;
  consent: ParticipantConsent;
}

function ConsentSteps({ participantId, consent }: StepsProps): ReactElement {
  const t = useText();
  const f = useFormats();
  const [open, setOpen] = useState<'text' | 'withdraw' | null>(null);
  const close = (): void => {
    setOpen(null);
  };
  const { withdrawn } = consent;
  return (
    <span className="participants-steps">
      <Button
        kind="tertiary"
        onClick={() => {
          setOpen('text');
        }}
      >
        {t('participants.consentRead')}
      </Button>
      {withdrawn === null ? (
        <Button
          kind="tertiary"
          onClick={() => {
            setOpen('withdraw');
          }}
        >
          {t('participants.consentWithdraw')}
        </Button>
      ) : (
        <span>
          {t('participants.consentWithdrawnLine', {
            date: f.dateTime(withdrawn.at),
            by: t(`participants.consentWithdrawnBy.${withdrawn.by}`),
            reason: withdrawn.reason,
          })}
        </span>
      )}
      <Dialog
        open={open === 'text'}
        title={t('participants.consentTextTitle', { version: consent.textVersion })}
        onClose={close}
      >
        <p className="participants-words">{consent.text ?? t('participants.consentTextMissing')}</p>
      </Dialog>
      <Dialog open={open === 'withdraw'} title={t('participants.consentWithdrawTitle')} onClose={close}>
        <WithdrawForm participantId={participantId} consentId={consent.id} onDone={close} />
      </Dialog>
    </span>
  );
}

interface WithdrawProps {
  participantId: string;
  consentId: string;
  onDone: () => void;
}

function WithdrawForm({ participantId, consentId, onDone }: WithdrawProps): ReactElement {
  const t = useText();
  const toast = useToast();
  const { id: allianceId } = useAlliance();
  const withdraw = useSend('POST', participantPaths.withdrawal);
  const needed = { error: t('participants.required') };
  const schema = z.object({
    by: z.enum(consentWithdrawers),
    reason: z.string(needed).trim().min(1, needed).max(300),
  });
  return (
    <Form
      schema={schema}
      defaultValues={{ by: 'young-person' }}
      onSave={(body) => withdraw.mutateAsync({ path: { allianceId, participantId, consentId }, body })}
      onSaved={() => {
        toast({ text: t('participants.consentWithdrawn') });
        onDone();
      }}
      onCancel={onDone}
      saveLabel={t('participants.consentWithdraw')}
    >
      <p>{t('participants.consentWithdrawHelp')}</p>
      <RadioField
        name="by"
        label={t('participants.consentWithdrawnWho')}
        required
        options={consentWithdrawers.map((value) => ({
          value,
          label: t(`participants.consentWithdrawnBy.${value}`),
        }))}
      />
      <TextField name="reason" label={t('participants.retractReason')} required maxLength={300} />
    </Form>
  );
}
