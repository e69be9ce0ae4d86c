import { useMemo } from 'react';
import type { ReactElement } from 'react';
import { z } from 'zod';
import { registerParticipant, sexes, updateParticipant } from '#libs/api-schema';
import type { ConsentTexts, GiveConsent, ParticipantDetail, UpdateParticipant } from '#libs/api-schema';
import { Form, NumberField, Section, SelectField, TextAreaField, TextField } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import type { Text } from '../../language/use-text.js';
import { consentDefaults, ConsentFields, consentSchema } from './consent-fields.js';

/** What the form gives: the API's own shape, with id and consent when one is being registered. */
export interface ParticipantValues extends UpdateParticipant {
  pseudonym?: string | undefined;
  consent?: GiveConsent | undefined;
}

function schemaFor(t: Text, isNew: boolean) {
  return z.object({
    ...updateParticipant.shape,
    pseudonym: isNew ? registerParticipant.shape.pseudonym : z.string().optional(),
    consent: isNew ? consentSchema(t) : z.undefined().optional(),
  });
}

interface FormProps {
  /** null = a new one */
  participant: ParticipantDetail | null;
  /** The consent texts to begin with, for a new one. */
  texts?: ConsentTexts;
  onSave: (values: ParticipantValues) => Promise<unknown>;
  onSaved: (answer: unknown) => void;
  onCancel: () => void;
}

/** What is known of a young person: as little as the work needs, and their own words. */
export function ParticipantForm({ participant, texts, onSave, onSaved, onCancel }: FormProps): ReactElement {
  const t = useText();
  const schema = useMemo(() => schemaFor(t, participant === null), [t, participant]);
  return (
    <Form
      schema={schema}
      defaultValues={
        participant === null
          ? { outlook: '', insight: '', skills: '', consent: consentDefaults(texts) }
          : valuesOf(participant)
      }
      onSave={({ sex, district, school, pseudonym, consent, ...rest }) =>
        onSave({
          ...rest,
          ...(participant === null ? { pseudonym, consent } : {}),
          ...(sex === undefined ? {} : { sex }),
          ...(district === undefined ? {} : { district }),
          ...(school === undefined ? {} : { school }),
        })
      }
      onSaved={onSaved}
      onCancel={onCancel}
      saveLabel={participant === null ? t('participants.add') : t('participants.saveChanges')}
    >
      {participant === null ? (
        <TextField
          name="pseudonym"
          label={t('participants.pseudonym')}
          hint={t('participants.pseudonymHint')}
          required
          width="m"
          autoComplete="off"
        />
      ) : null}
      <NumberField name="birthYear" label={t('participants.birthYear')} required whole />
      <SelectField
        name="sex"
        label={t('participants.sex')}
        options={sexes.map((value) => ({ value, label: t(`participants.sex.${value}`) }))}
      />
      <TextField name="district" label={t('participants.district')} autoComplete="off" />
      <TextField name="school" label={t('participants.school')} autoComplete="off" />
      <Section title={t('participants.wish')}>
        <TextAreaField
          name="outlook"
          label={t('participants.outlook')}
          hint={t('participants.outlookHint')}
          emptyAs=""
        />
        <TextAreaField
          name="insight"
          label={t('participants.insight')}
          hint={t('participants.insightHint')}
          emptyAs=""
        />
        <TextAreaField
          name="skills"
          label={t('participants.skills')}
          hint={t('participants.skillsHint')}
          emptyAs=""
        />
      </Section>
      {participant === null ? (
        <Section title={t('participants.consent')}>
          <ConsentFields within="consent." />
        </Section>
      ) : null}
    </Form>
  );
}

function valuesOf({ facts }: ParticipantDetail) {
  if (facts === null) return { outlook: '', insight: '', skills: '' };
  const { birthYear, sex, district, school, outlook, insight, skills } = facts;
  return {
    birthYear,
    sex: sex ?? undefined,
    district: district ?? undefined,
    school: school ?? undefined,
    outlook,
    insight,
    skills,
  };
}
