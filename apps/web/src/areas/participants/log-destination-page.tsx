import { randomId } from '../../api/random-id.js';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { destinationSources } from '#libs/api-schema';
import type { ParticipantDetail, ParticipantRow } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi } from '../../api/use-api.js';
import {
  CheckboxField,
  DateField,
  Form,
  Loading,
  LookupField,
  Page,
  SelectField,
  useSearchText,
} from '../../kit/index.js';
import { useLanguage } from '../../language/language-provider.js';
import { todayInDenmark } from '../../language/today.js';
import { useText } from '../../language/use-text.js';
import type { Text } from '../../language/use-text.js';
import { LoggedList, WaitingList } from './logged-list.js';
import { participantPaths } from './participant-paths.js';
import {
  type DestinationDraft,
  isUnreachable,
  type LoggedDraft,
  sendDestination,
  useWaitingDestinations,
} from './use-waiting-destinations.js';
import './participants.css';

/** Log one destination after another with the keyboard alone. */
export function LogDestinationPage(): ReactElement {
  const t = useText();
  const { id: allianceId, slug } = useAlliance();
  const [search] = useSearchText();
  const given = search['ung'];
  const participant = useApi<ParticipantDetail>(participantPaths.one, {
    path: { allianceId, participantId: given ?? '' },
    enabled: given !== undefined,
  });
  return (
    <Page
      title={t('participants.log')}
      lead={t('participants.logLead')}
      narrow
      breadcrumbs={[{ label: t('participants.title'), to: `/a/${slug}/unge` }]}
    >
      {given !== undefined && participant.isPending ? <Loading /> : <Log given={participant.data ?? null} />}
    </Page>
  );
}

function Log({ given }: { given: ParticipantDetail | null }): ReactElement {
  const { id: allianceId } = useAlliance();
  const queries = useQueryClient();
  const [round, setRound] = useState(0);
  const [logged, setLogged] = useState<readonly LoggedDraft[]>([]);
  const onLogged = useCallback(
    (one: LoggedDraft) => {
      setLogged((all) => [one, ...all].slice(0, 10));
      void queries.invalidateQueries({ queryKey: ['api', participantPaths.all] });
      void queries.invalidateQueries({ queryKey: ['api', participantPaths.one] });
    },
    [queries],
  );
  const { waiting, add, drop, tryNow } = useWaitingDestinations(allianceId, onLogged);
  const save = async (draft: DestinationDraft): Promise<void> => {
    try {
      onLogged(await sendDestination(allianceId, draft));
    } catch (error) {
      if (!isUnreachable(error)) throw error;
      add(draft);
    }
  };
  useEffect(() => {
    if (round > 0 || given === null) document.getElementById('participantId')?.focus();
    else document.getElementById('typeKey')?.focus();
  }, [round, given]);
  return (
    <>
      <WaitingList waiting={waiting} onDrop={drop} onTry={tryNow} />
      <LogForm
        key={round}
        given={round === 0 ? given : null}
        onSave={save}
        onSaved={() => {
          setRound(round + 1);
        }}
      />
      <LoggedList
        logged={logged}
        onUndone={(id) => {
          setLogged((all) => all.filter((one) => one.id !== id));
        }}
      />
    </>
  );
}

function schemaFor(t: Text) {
  const needed = { error: t('participants.required') };
  const date = z.iso.date({ error: t('participants.dateWrong') });
  return z.object({
    participantId: z.string(needed).min(1, needed),
    typeKey: z.string(needed).min(1, needed),
    from: date,
    to: date.optional(),
    source: z.enum(destinationSources),
    beside: z.boolean(),
  });
}

interface LogFormProps {
  given: ParticipantDetail | null;
  onSave: (draft: DestinationDraft) => Promise<void>;
  onSaved: () => void;
}

function LogForm({ given, onSave, onSaved }: LogFormProps): ReactElement {
  const t = useText();
  const { language } = useLanguage();
  const { id: allianceId } = useAlliance();
  const schema = useMemo(() => schemaFor(t), [t]);
  const shown = (name: string): string => {
    const field = document.getElementById(name);
    return field instanceof HTMLInputElement ? field.value : '';
  };
  return (
    <Form
      schema={schema}
      defaultValues={{
        ...(given === null ? {} : { participantId: given.id }),
        from: todayInDenmark(),
        source: 'young-person',
        beside: false,
      }}
      onSave={({ participantId, to, ...rest }) =>
        onSave({
          key: randomId(),
          participantId,
          who: shown('participantId'),
          what: shown('typeKey'),
          body: { ...rest, ...(to === undefined ? {} : { to }) },
        })
      }
      onSaved={onSaved}
      saveLabel={t('participants.save')}
    >
      <LookupField<{ id: string; pseudonym: string; ageBand: ParticipantRow['ageBand'] }>
        name="participantId"
        label={t('participants.find')}
        hint={t('participants.findHint')}
        required
        path={participantPaths.all}
        params={{ allianceId }}
        chosenLabel={given?.pseudonym ?? ''}
        optionOf={(row) => ({
          value: row.id,
          label: row.pseudonym,
          hint:
            row.ageBand === null ? t('participants.consent.withdrawn') : t(`participants.age.${row.ageBand}`),
        })}
      />
      <LookupField<{ key: string; da: string; en: string }>
        name="typeKey"
        label={t('participants.type')}
        hint={t('participants.typeHint')}
        required
        path={participantPaths.types}
        params={{ allianceId }}
        optionOf={(type) => ({ value: type.key, label: language === 'da' ? type.da : type.en })}
      />
      <div className="participants-dates">
        <DateField name="from" label={t('participants.from')} required />
        <DateField name="to" label={t('participants.to')} hint={t('participants.toHint')} />
      </div>
      <SelectField
        name="source"
        label={t('participants.source')}
        required
        options={destinationSources.map((value) => ({ value, label: t(`participants.source.${value}`) }))}
      />
      <CheckboxField name="beside" label={t('participants.beside')} hint={t('participants.besideHint')} />
    </Form>
  );
}
