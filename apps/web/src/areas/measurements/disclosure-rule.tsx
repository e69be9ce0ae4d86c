import { useState } from 'react';
import type { ReactElement } from 'react';
import { disclosureRuleInput } from '#libs/api-schema';
import type { DisclosureRule } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useSend } from '../../api/use-api.js';
import { Button, Dialog, Form, NumberField } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';

/** The secretariat raises the limit under which counts of people are hidden. */
export function DisclosureRuleButton({ rule }: { rule: DisclosureRule }): ReactElement {
  const t = useText();
  const { id: allianceId } = useAlliance();
  const [open, setOpen] = useState(false);
  const save = useSend('PUT', '/api/v1/alliances/{allianceId}/disclosure-rule');
  const close = (): void => {
    setOpen(false);
  };
  return (
    <>
      <Button
        kind="secondary"
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('measurements.rule')}
      </Button>
      <Dialog open={open} title={t('measurements.ruleChange')} onClose={close}>
        <Form
          schema={disclosureRuleInput}
          defaultValues={{ suppressBelow: rule.suppressBelow }}
          onSave={(body) => save.mutateAsync({ path: { allianceId }, body, version: rule.version })}
          onSaved={close}
          onCancel={close}
        >
          <p>{t('measurements.ruleHelp')}</p>
          <NumberField
            name="suppressBelow"
            label={t('measurements.ruleField')}
            unit={t('measurements.people')}
            whole
            required
          />
        </Form>
      </Dialog>
    </>
  );
}
