import { useId } from 'react';
import type { ReactElement } from 'react';
import { updateMe } from '#libs/api-schema';
import { mePath, useMe } from '../../api/session.js';
import type { Me } from '../../api/session.js';
import { useSend } from '../../api/use-api.js';
import { Form, Loaded, Section, TextField, useToast } from '../../kit/index.js';
import { languageNames } from '../../language/language-names.js';
import { useLanguage } from '../../language/language-provider.js';
import { useText } from '../../language/use-text.js';
import { useChooseLanguage } from '../../shell/language-switch.js';
import './account.css';

/** Name, address and language. */
export function AboutYou(): ReactElement {
  const t = useText();
  return (
    <Section title={t('account.you')}>
      <Loaded query={useMe()}>{({ person }) => <Details person={person} />}</Loaded>
    </Section>
  );
}

function Details({ person }: { person: Me['person'] }): ReactElement {
  const t = useText();
  const toast = useToast();
  const change = useSend('PATCH', '/api/v1/me', { freshens: [mePath] });
  return (
    <>
      <Form
        schema={updateMe.pick({ name: true })}
        defaultValues={{ name: person.name }}
        onSave={(values) => change.mutateAsync({ body: values })}
        onSaved={(_, form) => {
          form.reset(form.getValues());
          toast({ text: t('account.saved') });
        }}
      >
        <TextField
          name="name"
          label={t('account.name')}
          hint={t('account.nameHint')}
          autoComplete="name"
          required
          width="m"
        />
      </Form>
      <LanguageChoice />
    </>
  );
}

function LanguageChoice(): ReactElement {
  const t = useText();
  const id = useId();
  const { language } = useLanguage();
  const choose = useChooseLanguage(true);
  return (
    <div className="field account-part">
      <label className="field-label" htmlFor={id}>
        {t('account.language')}
      </label>
      <select
        id={id}
        className="form-select field-width-m"
        value={language}
        onChange={(event) => void choose(event.target.value === 'en' ? 'en' : 'da')}
      >
        <option value="da">{languageNames.da}</option>
        <option value="en">{languageNames.en}</option>
      </select>
    </div>
  );
}
