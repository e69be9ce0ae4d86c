import { useState } from 'react';
import type { ReactElement } from 'react';
import { agendaAsk } from '#libs/api-schema';
import type { AgendaVersion } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { Button, CheckboxGroupField, Dialog, Form, Loaded } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { useStep } from './api.js';
import { useOrganisations } from './use-organisations.js';

/** The secretariat asks further organisations, e.g. one that joined later. */
export function AskMore({ version }: { version: AgendaVersion }): ReactElement {
  const t = useText();
  const [open, setOpen] = useState(false);
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
        {t('agenda.ask')}
      </Button>
      <Dialog open={open} title={t('agenda.askTitle')} onClose={close}>
        <Choice version={version} onClose={close} />
      </Dialog>
    </>
  );
}

function Choice({ version, onClose }: { version: AgendaVersion; onClose: () => void }): ReactElement {
  const t = useText();
  const { id: allianceId } = useAlliance();
  const ask = useStep('asked');
  const asked = new Set(version.answers.map(({ organisationId }) => organisationId));
  return (
    <Loaded query={useOrganisations()}>
      {({ items }) => {
        const left = items.filter(({ id }) => !asked.has(id));
        if (left.length === 0) return <p>{t('agenda.askNobodyLeft')}</p>;
        return (
          <Form
            schema={agendaAsk}
            defaultValues={{ organisationIds: [] }}
            saveLabel={t('agenda.ask')}
            onCancel={onClose}
            onSave={(body) => ask.mutateAsync({ path: { allianceId, id: version.id }, body })}
            onSaved={onClose}
          >
            <CheckboxGroupField
              name="organisationIds"
              label={t('agenda.whoIsAsked')}
              required
              options={left.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form>
        );
      }}
    </Loaded>
  );
}
