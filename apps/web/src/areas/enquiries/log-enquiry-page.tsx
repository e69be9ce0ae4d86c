import { useMemo } from 'react';
import type { ReactElement } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import { ageBands, contactChannels } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useSend } from '../../api/use-api.js';
import {
  CheckboxField,
  Form,
  LookupField,
  Page,
  RadioField,
  SelectField,
  TextAreaField,
  TextField,
  useToast,
} from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import type { Text } from '../../language/use-text.js';
import { enquiryPaths } from './enquiry-paths.js';

function schemaFor(t: Text) {
  const needed = { error: t('enquiries.required') };
  const words = (max: number) => z.string(needed).trim().min(1, needed).max(max);
  return z
    .object({
      partnerId: words(40),
      channel: z.enum(['caseworker', 'school']),
      firstName: words(60),
      ageBand: z.enum(ageBands, needed),
      wish: words(1000),
      contact: z.object({ channel: z.enum(contactChannels), address: z.string().trim().optional() }),
      participantId: z.string().optional(),
      consent: z.boolean().refine((given) => given, { error: t('enquiries.consentNeeded') }),
    })
    .refine(({ contact }) => contact.channel === 'through-caseworker' || (contact.address ?? '') !== '', {
      path: ['contact', 'address'],
      ...needed,
    });
}

/** A caseworker logs that a young person approached a partner. */
export function LogEnquiryPage(): ReactElement {
  const t = useText();
  const toast = useToast();
  const navigate = useNavigate();
  const { id: allianceId, slug } = useAlliance();
  const log = useSend<{ id: string }>('POST', enquiryPaths.all);
  const schema = useMemo(() => schemaFor(t), [t]);
  const list = `/a/${slug}/henvendelser`;
  return (
    <Page title={t('enquiries.log')} narrow breadcrumbs={[{ label: t('enquiries.title'), to: list }]}>
      <Form
        schema={schema}
        defaultValues={{ channel: 'caseworker', contact: { channel: 'phone' }, consent: false }}
        onSave={({ contact, participantId, ...rest }) =>
          log.mutateAsync({
            path: { allianceId },
            body: {
              ...rest,
              contact: contact.channel === 'through-caseworker' ? { channel: contact.channel } : contact,
              ...(participantId === undefined ? {} : { participantId }),
            },
          })
        }
        onSaved={({ id }) => {
          toast({ text: t('enquiries.sent') });
          void navigate({ to: `${list}/${id}` });
        }}
        onCancel={() => void navigate({ to: list })}
        saveLabel={t('enquiries.send')}
      >
        <EnquiryFields />
      </Form>
    </Page>
  );
}

function EnquiryFields(): ReactElement {
  const t = useText();
  const { id: allianceId } = useAlliance();
  const contact: unknown = useWatch({ name: 'contact.channel' });
  return (
    <>
      <PartnerField name="partnerId" />
      <RadioField
        name="channel"
        label={t('enquiries.channel')}
        required
        options={(['caseworker', 'school'] as const).map((value) => ({
          value,
          label: t(`enquiries.channel.${value}`),
        }))}
      />
      <TextField
        name="firstName"
        label={t('enquiries.firstName')}
        required
        width="m"
        autoComplete="off"
        maxLength={60}
      />
      <SelectField
        name="ageBand"
        label={t('enquiries.ageBand')}
        required
        options={ageBands.map((value) => ({ value, label: t(`participants.age.${value}`) }))}
      />
      <TextAreaField
        name="wish"
        label={t('enquiries.wish')}
        hint={t('enquiries.wishHint')}
        required
        maxLength={1000}
      />
      <RadioField
        name="contact.channel"
        label={t('enquiries.contactChannel')}
        required
        options={contactChannels.map((value) => ({ value, label: t(`enquiries.contact.${value}`) }))}
      />
      {contact === 'through-caseworker' ? null : (
        <TextField
          name="contact.address"
          label={contact === 'email' ? t('enquiries.coordinatorEmail') : t('enquiries.contact.phone')}
          type={contact === 'email' ? 'email' : 'tel'}
          required
          width="m"
          autoComplete="off"
        />
      )}
      <LookupField<{ id: string; pseudonym: string }>
        name="participantId"
        label={t('enquiries.participant')}
        hint={t('enquiries.participantHint')}
        path={enquiryPaths.participants}
        params={{ allianceId }}
        optionOf={(row) => ({ value: row.id, label: row.pseudonym })}
      />
      <CheckboxField name="consent" label={t('enquiries.consent')} />
    </>
  );
}

/** A partner with a contract in force, found by typing. */
export function PartnerField({ name }: { name: string }): ReactElement {
  const t = useText();
  const { id: allianceId } = useAlliance();
  return (
    <LookupField<{ id: string; name: string; town: string | null; responseDays: number }>
      name={name}
      label={t('enquiries.partnerLabel')}
      hint={t('enquiries.partnerHint')}
      required
      path={enquiryPaths.partners}
      params={{ allianceId }}
      optionOf={(partner) => ({
        value: partner.id,
        label: partner.name,
        hint: [partner.town, t('enquiries.responseDays', { count: partner.responseDays })]
          .filter(Boolean)
          .join(', '),
      })}
    />
  );
}
