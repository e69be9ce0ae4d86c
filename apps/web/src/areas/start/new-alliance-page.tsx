import type { ReactElement } from 'react';
import { createAlliance } from '#libs/api-schema';
import { useMe } from '../../api/session.js';
import { useSend } from '../../api/use-api.js';
import { Button, Form, Notice, Page, problemText, TextAreaField, TextField } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { WaitingInvitations } from '../invitation/waiting-invitations.js';
import './start.css';
import { useOpenAlliance } from './use-open-alliance.js';

const newAlliance = createAlliance.pick({ name: true, purpose: true });

/** The first choice: try the example alliance, or begin with one's own. */
export function NewAlliancePage(): ReactElement {
  const t = useText();
  const { data: me } = useMe();
  return (
    <Page title={t('start.choiceTitle')} lead={t('start.choiceLead')}>
      <WaitingInvitations />
      <div className="start-choice">
        <OwnAlliance />
        {me?.person.isAdmin ? <Example /> : null}
      </div>
    </Page>
  );
}

function Example(): ReactElement {
  const t = useText();
  const open = useOpenAlliance();
  const load = useSend<{ id: string }>('POST', '/api/v1/example-alliances', {
    onDone: ({ id }) => void open(id, 'overblik'),
  });
  return (
    <section className="start-option" aria-labelledby="start-example">
      <h2 id="start-example">{t('start.example')}</h2>
      <p>
        <strong>{t('start.exampleName')}</strong>
      </p>
      <p>{t('start.exampleText')}</p>
      {load.isError ? (
        <Notice kind="error" urgent>
          <p>{problemText(load.error, t)}</p>
        </Notice>
      ) : null}
      <Button
        kind="secondary"
        busy={load.isPending}
        onClick={() => {
          load.mutate({ body: { example: 'ungegarantien' } });
        }}
      >
        {load.isPending ? t('start.loadingExample') : t('start.loadExample')}
      </Button>
    </section>
  );
}

function OwnAlliance(): ReactElement {
  const t = useText();
  const open = useOpenAlliance();
  const create = useSend<{ id: string }>('POST', '/api/v1/alliances');
  return (
    <section className="start-option" aria-labelledby="start-empty">
      <h2 id="start-empty">{t('start.empty')}</h2>
      <p>{t('start.emptyText')}</p>
      <Form
        schema={newAlliance}
        saveLabel={t('start.create')}
        onSave={(values) => create.mutateAsync({ body: values })}
        onSaved={({ id }) => void open(id, 'partnere')}
      >
        <TextField
          name="name"
          label={t('start.allianceName')}
          hint={t('start.allianceNameHint')}
          required
          maxLength={200}
        />
        <TextAreaField name="purpose" label={t('start.purpose')} hint={t('start.purposeHint')} rows={3} />
      </Form>
    </section>
  );
}
