import { useState } from 'react';
import type { ReactElement } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { z } from 'zod';
import { initiativeMove, initiativeReviewInput } from '#libs/api-schema';
import type { InitiativeDetail } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useSend } from '../../api/use-api.js';
import {
  Button,
  DateField,
  Dialog,
  Form,
  problemText,
  RadioField,
  TextAreaField,
  useToast,
} from '../../kit/index.js';
import { useText } from '../../language/use-text.js';

const base = '/api/v1/alliances/{allianceId}/initiatives/{id}';

type Step = 'review' | 'move' | 'close';

interface StepProps {
  initiative: InitiativeDetail;
  onClose: () => void;
}

/** What can be done with an initiative now: start, review, move, close. */
export function InitiativeSteps({ initiative }: { initiative: InitiativeDetail }): ReactElement {
  const t = useText();
  const [open, setOpen] = useState<Step | null>(null);
  const close = (): void => {
    setOpen(null);
  };
  const { may, stage } = initiative;
  const elsewhere = may.moveTo.filter((to) => to !== 'closed');
  const button = (step: Step, label: string, kind: 'primary' | 'secondary' | 'tertiary'): ReactElement => (
    <Button
      kind={kind}
      onClick={() => {
        setOpen(step);
      }}
    >
      {label}
    </Button>
  );
  return (
    <>
      {may.decide.length > 0 ? button('review', t('portfolio.review'), 'primary') : null}
      {stage === 'idea' && elsewhere.length > 0 && isReady(initiative) ? (
        <Start initiative={initiative} />
      ) : null}
      {stage !== 'idea' && elsewhere.length > 0 ? button('move', t('portfolio.move'), 'secondary') : null}
      {may.moveTo.includes('closed') ? button('close', t('portfolio.close'), 'tertiary') : null}
      <Dialog open={open === 'review'} title={t('portfolio.review')} onClose={close}>
        <Review initiative={initiative} onClose={close} />
      </Dialog>
      <Dialog open={open === 'move'} title={t('portfolio.move')} onClose={close}>
        <Move initiative={initiative} onClose={close} />
      </Dialog>
      <Dialog open={open === 'close'} title={t('portfolio.close')} onClose={close}>
        <Close initiative={initiative} onClose={close} />
      </Dialog>
    </>
  );
}

/** An idea starts with its stop rule and its review date, never without. */
export function isReady({ stopRule, reviewOn }: InitiativeDetail): boolean {
  return stopRule !== '' && reviewOn !== null;
}

function useMove(): ReturnType<typeof useSend> {
  return useSend('POST', `${base}/moves`);
}

/** From idea to small test. */
function Start({ initiative }: { initiative: InitiativeDetail }): ReactElement {
  const t = useText();
  const toast = useToast();
  const { id: allianceId } = useAlliance();
  const move = useMove();
  return (
    <Button
      busy={move.isPending}
      onClick={() => {
        move.mutate(
          {
            path: { allianceId, id: initiative.id },
            body: { to: 'small_test' },
            version: initiative.version,
          },
          {
            onError: (error) => {
              toast({ text: problemText(error, t) });
            },
          },
        );
      }}
    >
      {t('portfolio.start')}
    </Button>
  );
}

function Move({ initiative, onClose }: StepProps): ReactElement {
  const t = useText();
  const { id: allianceId } = useAlliance();
  const move = useMove();
  const stages = initiative.may.moveTo.filter((to) => to !== 'closed');
  return (
    <Form
      schema={initiativeMove}
      defaultValues={{ reason: '', learned: '', ...(stages[0] === undefined ? {} : { to: stages[0] }) }}
      saveLabel={t('portfolio.move')}
      onSave={(body) =>
        move.mutateAsync({ path: { allianceId, id: initiative.id }, body, version: initiative.version })
      }
      onSaved={onClose}
      onCancel={onClose}
    >
      <RadioField
        name="to"
        label={t('portfolio.moveTo')}
        required
        options={stages.map((value) => ({ value, label: t(`portfolio.stage.${value}`) }))}
      />
      <TextAreaField name="reason" label={t('portfolio.moveReason')} emptyAs="" rows={2} />
    </Form>
  );
}

function Close({ initiative, onClose }: StepProps): ReactElement {
  const t = useText();
  const { id: allianceId } = useAlliance();
  const move = useMove();
  return (
    <Form
      schema={initiativeMove}
      defaultValues={{ to: 'closed', reason: '', learned: '' }}
      saveLabel={t('portfolio.close')}
      onSave={(body) =>
        move.mutateAsync({ path: { allianceId, id: initiative.id }, body, version: initiative.version })
      }
      onSaved={onClose}
      onCancel={onClose}
    >
      <p>{t('portfolio.closeHelp')}</p>
      <TextAreaField name="reason" label={t('portfolio.closeReason')} required emptyAs="" rows={2} />
      <TextAreaField name="learned" label={t('portfolio.learned')} required emptyAs="" />
    </Form>
  );
}

function Review({ initiative, onClose }: StepProps): ReactElement {
  const t = useText();
  const { id: allianceId } = useAlliance();
  const review = useSend('POST', `${base}/reviews`);
  return (
    <Form
      schema={initiativeReviewInput}
      defaultValues={{ decision: 'continue', words: '', nextReviewOn: null, learned: '' }}
      saveLabel={t('portfolio.saveReview')}
      onSave={(body) =>
        review.mutateAsync({ path: { allianceId, id: initiative.id }, body, version: initiative.version })
      }
      onSaved={onClose}
      onCancel={onClose}
    >
      <p className="portfolio-rule">{initiative.stopRule}</p>
      <TextAreaField name="words" label={t('portfolio.reviewWords')} required emptyAs="" />
      <RadioField
        name="decision"
        label={t('portfolio.decision')}
        required
        options={initiative.may.decide.map((value) => ({ value, label: t(`portfolio.decision.${value}`) }))}
      />
      <AfterDecision />
    </Form>
  );
}

/** What goes on is looked at again; what stops leaves its lesson. */
function AfterDecision(): ReactElement {
  const t = useText();
  const { control } = useFormContext<z.input<typeof initiativeReviewInput>>();
  const decision = useWatch({ control, name: 'decision' });
  return decision === 'close' ? (
    <TextAreaField name="learned" label={t('portfolio.learned')} required emptyAs="" />
  ) : (
    <DateField name="nextReviewOn" label={t('portfolio.nextReview')} emptyAs={null} required />
  );
}
