import { useState } from 'react';
import type { ReactElement } from 'react';
import { z } from 'zod';
import { type anchorSetting, keepAnchorSetting, type keptAnchorSetting } from '#libs/api-schema';
import { useApi, useSend } from '../../../api/use-api.js';
import { Form, Loaded, Section, TextAreaField, TextField, useToast } from '../../../kit/index.js';
import { useText } from '../../../language/use-text.js';
import { SecretOnce } from '../../settings/integrations/secret-once.js';

type Setting = z.infer<typeof anchorSetting>;

const path = '/api/v1/admin/anchor-setting';

/** The addresses are typed as lines; the server takes a list. */
const typed = z.strictObject({
  mailTo: z
    .string()
    .transform((text) => text.split(/[\s,;]+/).filter((one) => one !== ''))
    .pipe(keepAnchorSetting.shape.mailTo),
  webhookUrl: keepAnchorSetting.shape.webhookUrl,
});

/** Where anchors go besides the file. */
export function AnchorSetting(): ReactElement {
  const t = useText();
  const query = useApi<Setting>(path);
  return (
    <Section title={t('adminAudit.setting')}>
      <p>{t('adminAudit.settingLead')}</p>
      <Loaded query={query}>{(setting) => <SettingForm key={setting.version} setting={setting} />}</Loaded>
    </Section>
  );
}

function SettingForm({ setting }: { setting: Setting }): ReactElement {
  const t = useText();
  const toast = useToast();
  const [secret, setSecret] = useState<string | null>(null);
  const save = useSend<z.infer<typeof keptAnchorSetting>>('PUT', path, { freshens: [] });
  const query = useApi<Setting>(path);
  const seen = (): void => {
    setSecret(null);
    void query.refetch();
  };
  return (
    <>
      <Form
        schema={typed as never}
        defaultValues={{ mailTo: setting.mailTo.join('\n'), webhookUrl: setting.webhookUrl ?? '' } as never}
        saveLabel={t('adminAudit.save')}
        onSave={(values) => save.mutateAsync({ body: values, version: setting.version })}
        onSaved={(kept) => {
          toast({ text: t('adminAudit.kept') });
          // Asked again only after the secret was seen: the form begins anew with the new version.
          if (kept.secret === null) seen();
          else setSecret(kept.secret);
        }}
      >
        <TextAreaField
          name="mailTo"
          label={t('adminAudit.mailTo')}
          hint={t('adminAudit.mailToHint')}
          rows={3}
          emptyAs=""
        />
        <TextField
          name="webhookUrl"
          type="url"
          label={t('adminAudit.webhookUrl')}
          hint={t('adminAudit.webhookHint')}
          emptyAs={null}
        />
      </Form>
      <SecretOnce secret={secret} title={t('adminAudit.secret')} onClose={seen} />
    </>
  );
}
