import { useState } from 'react';
import type { ReactElement } from 'react';
import { z } from 'zod';
import type { DestinationSpell } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useSend } from '../../api/use-api.js';
import { Button, DateField, Dialog, Form, problemText, TextField, useToast } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { participantPaths } from './participant-paths.js';

/** The steps a destination can take: confirmed once more, ended, withdrawn as a mistake. */
export function SpellSteps({ spell }: { spell: DestinationSpell }): ReactElement {
  const t = useText();
  const toast = useToast();
  const { id: allianceId } = useAlliance();
  const [asking, setAsking] = useState<'end' | 'retract' | null>(null);
  const path = { allianceId, spellId: spell.id };
  const confirm = useSend('POST', participantPaths.confirm);
  const runs = spell.standing === 'current' || spell.standing === 'unconfirmed';
  const onConfirm = (): void => {
    confirm.mutate(
      { path, body: {} },
      {
        onSuccess: () => {
          toast({ text: t('participants.confirmDone') });
        },
        onError: (error) => {
          toast({ text: problemText(error, t) });
        },
      },
    );
  };
  return (
    <span className="participants-steps">
      {runs ? (
        <Button kind="tertiary" busy={confirm.isPending} onClick={onConfirm}>
          {t('participants.confirm')}
        </Button>
      ) : null}
      {spell.to === null ? (
        <Button
          kind="tertiary"
          onClick={() => {
            setAsking('end');
          }}
        >
          {t('participants.end')}
        </Button>
      ) : null}
      <Button
        kind="tertiary"
        onClick={() => {
          setAsking('retract');
        }}
      >
        {t('participants.retract')}
      </Button>
      <SpellDialog
        spell={spell}
        asking={asking}
        onClose={() => {
          setAsking(null);
        }}
      />
    </span>
  );
}

interface DialogProps {
  spell: DestinationSpell;
  asking: 'end' | 'retract' | null;
  onClose: () => void;
}

function SpellDialog({ spell, asking, onClose }: DialogProps): ReactElement {
  const t = useText();
  const { id: allianceId } = useAlliance();
  const path = { allianceId, spellId: spell.id };
  const end = useSend('POST', participantPaths.end);
  const retract = useSend('POST', participantPaths.retract);
  const endSchema = z.object({ to: z.iso.date({ error: t('participants.dateWrong') }) });
  const needed = { error: t('participants.required') };
  const retractSchema = z.object({ reason: z.string(needed).trim().min(1, needed).max(300) });
  return (
    <Dialog
      open={asking !== null}
      title={asking === 'end' ? t('participants.endTitle') : t('participants.retractTitle')}
      onClose={onClose}
    >
      {asking === 'end' ? (
        <Form
          schema={endSchema}
          onSave={(body) => end.mutateAsync({ path, body })}
          onSaved={onClose}
          onCancel={onClose}
          saveLabel={t('participants.end')}
        >
          <DateField name="to" label={t('participants.endDate')} required />
        </Form>
      ) : (
        <Form
          schema={retractSchema}
          onSave={(body) => retract.mutateAsync({ path, body })}
          onSaved={onClose}
          onCancel={onClose}
          saveLabel={t('participants.retract')}
        >
          <p>{t('participants.retractHelp')}</p>
          <TextField name="reason" label={t('participants.retractReason')} required />
        </Form>
      )}
    </Dialog>
  );
}
