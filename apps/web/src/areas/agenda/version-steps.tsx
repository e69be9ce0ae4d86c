import { useState } from 'react';
import type { ReactElement } from 'react';
import { agendaAdopt, agendaPutOut, agendaTakeBack } from '#libs/api-schema';
import type { AgendaStep, AgendaVersion } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import {
  Button,
  CheckboxGroupField,
  ConfirmButton,
  DateField,
  Dialog,
  Form,
  Loaded,
  TextAreaField,
} from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { useStep } from './api.js';
import { useOrganisations } from './use-organisations.js';

interface StepProps {
  version: AgendaVersion;
  onClose: () => void;
}

/** What the secretariat can do with a version, each step in a dialog that says what it means. */
export function VersionSteps({
  version,
  replaces,
}: {
  version: AgendaVersion;
  replaces: boolean;
}): ReactElement {
  const t = useText();
  const [open, setOpen] = useState<AgendaStep | null>(null);
  const close = (): void => {
    setOpen(null);
  };
  const button = (step: AgendaStep, label: string): ReactElement | null =>
    version.may.steps.includes(step) ? (
      <Button
        kind="secondary"
        onClick={() => {
          setOpen(step);
        }}
      >
        {label}
      </Button>
    ) : null;
  return (
    <>
      {button('put_out', t('agenda.putOut'))}
      {button('adopt', t('agenda.adopt'))}
      {button('take_back', t('agenda.takeBack'))}
      {version.may.steps.includes('discard') ? <Discard version={version} /> : null}
      <Dialog open={open === 'put_out'} title={t('agenda.putOut')} onClose={close}>
        <PutOut version={version} onClose={close} />
      </Dialog>
      <Dialog open={open === 'adopt'} title={t('agenda.adopt')} onClose={close}>
        <Adopt version={version} replaces={replaces} onClose={close} />
      </Dialog>
      <Dialog open={open === 'take_back'} title={t('agenda.takeBack')} onClose={close}>
        <TakeBack version={version} onClose={close} />
      </Dialog>
    </>
  );
}

function PutOut({ version, onClose }: StepProps): ReactElement {
  const t = useText();
  const { id: allianceId } = useAlliance();
  const step = useStep('put-out');
  return (
    <Loaded query={useOrganisations()}>
      {({ items }) => (
        <Form
          schema={agendaPutOut}
          // Companies take part by their contracts; those who carry the agenda are the others.
          defaultValues={{
            organisationIds: items.filter(({ kind }) => kind !== 'company').map(({ id }) => id),
            answerBy: null,
          }}
          saveLabel={t('agenda.putOut')}
          onCancel={onClose}
          onSave={(body) =>
            step.mutateAsync({ path: { allianceId, id: version.id }, body, version: version.version })
          }
          onSaved={onClose}
        >
          <p>{t('agenda.putOutHelp')}</p>
          <DateField name="answerBy" label={t('agenda.answerBy')} emptyAs={null} />
          <CheckboxGroupField
            name="organisationIds"
            label={t('agenda.whoIsAsked')}
            required
            options={items.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form>
      )}
    </Loaded>
  );
}

function Adopt({ version, replaces, onClose }: StepProps & { replaces: boolean }): ReactElement {
  const t = useText();
  const { id: allianceId } = useAlliance();
  const step = useStep('adopt');
  const { objection: count } = version.tally;
  return (
    <Form
      schema={agendaAdopt}
      defaultValues={{ despiteObjections: '' }}
      saveLabel={t('agenda.adopt')}
      onCancel={onClose}
      onSave={(body) =>
        step.mutateAsync({ path: { allianceId, id: version.id }, body, version: version.version })
      }
      onSaved={onClose}
    >
      <p>
        {t('agenda.adoptHelp')} {replaces ? t('agenda.adoptReplaces') : null}
      </p>
      {count === 0 ? null : (
        <TextAreaField name="despiteObjections" label={t('agenda.despite', { count })} required emptyAs="" />
      )}
    </Form>
  );
}

function TakeBack({ version, onClose }: StepProps): ReactElement {
  const t = useText();
  const { id: allianceId } = useAlliance();
  const step = useStep('take-back');
  return (
    <Form
      schema={agendaTakeBack}
      defaultValues={{ reason: '' }}
      saveLabel={t('agenda.takeBack')}
      onCancel={onClose}
      onSave={(body) =>
        step.mutateAsync({ path: { allianceId, id: version.id }, body, version: version.version })
      }
      onSaved={onClose}
    >
      <p>{t('agenda.takeBackHelp')}</p>
      <TextAreaField name="reason" label={t('agenda.reason')} required emptyAs="" rows={2} />
    </Form>
  );
}

function Discard({ version }: { version: AgendaVersion }): ReactElement {
  const t = useText();
  const { id: allianceId } = useAlliance();
  const step = useStep('discard');
  return (
    <ConfirmButton
      label={t('agenda.discard')}
      title={t('agenda.discardTitle')}
      kind="tertiary"
      onConfirm={() =>
        step.mutateAsync({ path: { allianceId, id: version.id }, body: {}, version: version.version })
      }
    >
      <p>{t('agenda.discardHelp')}</p>
    </ConfirmButton>
  );
}
