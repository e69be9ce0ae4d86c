import type { ReactElement } from 'react';
import { z } from 'zod';
import { consentGivers, giveConsent } from '#libs/api-schema';
import type { ConsentTexts } from '#libs/api-schema';
import { DateField, RadioField, TextAreaField, TextField } from '../../kit/index.js';
import { todayInDenmark } from '../../language/today.js';
import { useText } from '../../language/use-text.js';
import type { Text } from '../../language/use-text.js';

/** What the fields of a consent hold. */
export function consentSchema(t: Text) {
  const { purpose, textVersion, text } = giveConsent.shape;
  const date = z.iso.date({ error: t('participants.dateWrong') });
  return z.object({
    purpose,
    textVersion,
    text: text.unwrap(),
    givenBy: z.enum(consentGivers),
    givenOn: date,
    expiresOn: date,
  });
}

/** What a new consent begins with: the words last used, or those that are shipped; given today. */
export function consentDefaults(texts: ConsentTexts | undefined) {
  return { ...(texts?.items[0] ?? {}), givenBy: 'young-person' as const, givenOn: todayInDenmark() };
}

/** The fields of a consent; `within` is what their names begin with. */
export function ConsentFields({ within = '' }: { within?: 'consent.' | '' }): ReactElement {
  const t = useText();
  return (
    <>
      <TextField name={`${within}purpose`} label={t('participants.consentPurpose')} required />
      <TextField
        name={`${within}textVersion`}
        label={t('participants.consentVersion')}
        hint={t('participants.consentVersionHint')}
        required
        width="s"
      />
      <TextAreaField
        name={`${within}text`}
        label={t('participants.consentText')}
        hint={t('participants.consentTextHint')}
        required
        rows={8}
      />
      <RadioField
        name={`${within}givenBy`}
        label={t('participants.consentGivenBy')}
        required
        options={consentGivers.map((value) => ({ value, label: t(`participants.consentGivenBy.${value}`) }))}
      />
      <DateField name={`${within}givenOn`} label={t('participants.consentGiven')} required />
      <DateField name={`${within}expiresOn`} label={t('participants.consentExpires')} required />
    </>
  );
}
