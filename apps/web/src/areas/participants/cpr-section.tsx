import { useState } from 'react';
import type { ReactElement } from 'react';
import { z } from 'zod';
import type { ParticipantDetail } from '#libs/api-schema';
import { callApi } from '../../api/client.js';
import { useAlliance } from '../../api/session.js';
import { useSend } from '../../api/use-api.js';
import {
  Button,
  ConfirmButton,
  Dialog,
  Form,
  problemText,
  Section,
  TextField,
  useToast,
} from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { participantPaths } from './participant-paths.js';

/** The CPR number of a young person, where the alliance has turned them on: kept, shown when asked for, removed. */
export function CprSection({ participant }: { participant: ParticipantDetail }): ReactElement | null {
  const t = useText();
  if (participant.cpr === 'off') return null;
  return (
    <Section title={t('participants.cpr')}>
      {participant.cpr === 'kept' ? <Kept id={participant.id} /> : <None id={participant.id} />}
    </Section>
  );
}

function None({ id }: { id: string }): ReactElement {
  const t = useText();
  const toast = useToast();
  const { id: allianceId } = useAlliance();
  const [open, setOpen] = useState(false);
  const keep = useSend('PUT', participantPaths.cpr);
  const close = (): void => {
    setOpen(false);
  };
  return (
    <>
      <p>{t('participants.cprNone')}</p>
      <Button
        kind="secondary"
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('participants.cprKeep')}
      </Button>
      <Dialog open={open} title={t('participants.cprKeep')} onClose={close}>
        <CprForm
          saveLabel={t('participants.cprKeep')}
          onSave={(body) => keep.mutateAsync({ path: { allianceId, participantId: id }, body })}
          onSaved={() => {
            toast({ text: t('participants.cprSaved') });
            close();
          }}
          onCancel={close}
        />
      </Dialog>
    </>
  );
}

function Kept({ id }: { id: string }): ReactElement {
  const t = useText();
  const toast = useToast();
  const { id: allianceId } = useAlliance();
  const [shown, setShown] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const remove = useSend('DELETE', participantPaths.cpr);
  const path = { allianceId, participantId: id };
  // Asked for directly: an answer that is remembered would lie in the browser longer than it is looked at.
  const show = async (): Promise<void> => {
    setBusy(true);
    try {
      const { cpr } = await callApi<{ cpr: string }>('GET', participantPaths.cpr, { path });
      setShown(`${cpr.slice(0, 6)}-${cpr.slice(6)}`);
    } catch (error) {
      toast({ text: problemText(error, t) });
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <p>{shown ?? t('participants.cprKept')}</p>
      <span className="participants-steps">
        {shown === null ? (
          <Button kind="secondary" busy={busy} onClick={() => void show()}>
            {t('participants.cprShow')}
          </Button>
        ) : (
          <Button
            kind="secondary"
            onClick={() => {
              setShown(null);
            }}
          >
            {t('participants.cprHide')}
          </Button>
        )}
        <ConfirmButton
          label={t('participants.cprRemove')}
          title={t('participants.cprRemove')}
          onConfirm={() => remove.mutateAsync({ path })}
        >
          <p>{t('participants.cprRemoveHelp')}</p>
        </ConfirmButton>
      </span>
    </>
  );
}

interface CprFormProps {
  saveLabel: string;
  onSave: (body: { cpr: string }) => Promise<unknown>;
  onSaved?: () => void;
  onCancel: () => void;
}

/** One field for a CPR number; it leaves the page in the body of a request only. */
export function CprForm({ saveLabel, onSave, onSaved, onCancel }: CprFormProps): ReactElement {
  const t = useText();
  const wrong = { error: t('participants.cprWrong') };
  const schema = z.object({
    cpr: z
      .string(wrong)
      .trim()
      .regex(/^\d{6}[\s-]?\d{4}$/, wrong),
  });
  return (
    <Form
      schema={schema}
      onSave={onSave}
      {...(onSaved ? { onSaved } : {})}
      onCancel={onCancel}
      saveLabel={saveLabel}
    >
      <TextField
        name="cpr"
        label={t('participants.cpr')}
        hint={t('participants.cprHint')}
        required
        width="s"
        autoComplete="off"
      />
    </Form>
  );
}
