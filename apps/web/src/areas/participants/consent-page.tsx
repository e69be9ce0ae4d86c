import { useMemo } from 'react';
import type { ReactElement } from 'react';
import { useNavigate } from '@tanstack/react-router';
import type { ConsentTexts, ParticipantDetail } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi, useSend } from '../../api/use-api.js';
import { Form, Loaded, Page, useRouteParams, useToast } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { consentDefaults, ConsentFields, consentSchema } from './consent-fields.js';
import { participantPaths } from './participant-paths.js';
import { giveConsentRoute } from './routes.js';

/** A consent is given anew, or for a further purpose. */
export function ConsentPage(): ReactElement {
  const { participantId } = useRouteParams(giveConsentRoute);
  const { id: allianceId } = useAlliance();
  const participant = useApi<ParticipantDetail>(participantPaths.one, {
    path: { allianceId, participantId },
  });
  const texts = useApi<ConsentTexts>(participantPaths.consentTexts, { path: { allianceId } });
  return (
    <Loaded query={participant}>
      {(found) => <Loaded query={texts}>{(known) => <Give participant={found} texts={known} />}</Loaded>}
    </Loaded>
  );
}

function Give({ participant, texts }: { participant: ParticipantDetail; texts: ConsentTexts }): ReactElement {
  const t = useText();
  const toast = useToast();
  const navigate = useNavigate();
  const { id: allianceId, slug } = useAlliance();
  const give = useSend('POST', participantPaths.consents);
  const schema = useMemo(() => consentSchema(t), [t]);
  const list = `/a/${slug}/unge`;
  const page = `${list}/${participant.id}`;
  return (
    <Page
      title={t('participants.consentNew')}
      lead={t('participants.consentNewLead')}
      narrow
      breadcrumbs={[
        { label: t('participants.title'), to: list },
        { label: participant.pseudonym, to: page },
      ]}
    >
      <Form
        schema={schema}
        defaultValues={startOf(participant, texts)}
        onSave={(body) => give.mutateAsync({ path: { allianceId, participantId: participant.id }, body })}
        onSaved={() => {
          toast({ text: t('participants.consentSaved') });
          void navigate({ to: page });
        }}
        onCancel={() => void navigate({ to: page })}
        saveLabel={t('participants.consentSave')}
      >
        <ConsentFields />
      </Form>
    </Page>
  );
}

/** The words of the last consent, where they were kept; its purpose in any case. */
function startOf({ consents }: ParticipantDetail, texts: ConsentTexts) {
  const [last] = consents;
  if (last === undefined) return consentDefaults(texts);
  const { purpose, textVersion, text, givenBy } = last;
  const latest = texts.items.find((known) => known.purpose === purpose);
  const words = latest ?? (text === null ? { purpose } : { purpose, textVersion, text });
  return { ...words, givenBy: givenBy ?? ('young-person' as const) };
}
