import type { ReactElement } from 'react';
import type { MeetingActionView } from '#libs/api-schema';
import { Button, Status } from '../../kit/index.js';
import type { StatusTone } from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';

type Standing = MeetingActionView['standing'];

const tones: Readonly<Record<Standing, StatusTone>> = { open: 'neutral', overdue: 'attention', done: 'good' };

/** How an action stands. */
export function ActionStatus({ standing }: { standing: Standing }): ReactElement {
  const t = useText();
  return <Status tone={tones[standing]}>{t(`meetings.actionState.${standing}`)}</Status>;
}

interface MarkProps {
  action: Pick<MeetingActionView, 'id' | 'title' | 'standing' | 'canMark'>;
  onMark: (action: { id: string }, isDone: boolean) => void;
}

/** The button that marks an action as done, or opens it again. */
export function MarkButton({ action, onMark }: MarkProps): ReactElement | null {
  const t = useText();
  if (!action.canMark) return null;
  const isDone = action.standing === 'done';
  const { title } = action;
  return (
    <Button
      kind={isDone ? 'tertiary' : 'secondary'}
      aria-label={t(isDone ? 'meetings.actionReopenNamed' : 'meetings.actionDoneNamed', { title })}
      onClick={() => {
        onMark(action, !isDone);
      }}
    >
      {t(isDone ? 'meetings.actionReopen' : 'meetings.actionDone')}
    </Button>
  );
}

interface LinesProps {
  actions: readonly MeetingActionView[];
  /** null = nothing can be marked here (print, minutes). */
  onMark: MarkProps['onMark'] | null;
}

/** Actions as lines: what, who, when, how it stands. */
export function ActionLines({ actions, onMark }: LinesProps): ReactElement {
  const f = useFormats();
  return (
    <ul className="bare-list no-max-width meetings-actions">
      {actions.map((action) => (
        <li key={action.id}>
          <span className="meetings-action-title">{action.title}</span>
          <span className="meetings-action-who">
            {action.owner.name} · {f.date(action.dueOn)}
          </span>
          <ActionStatus standing={action.standing} />
          {onMark === null ? null : <MarkButton action={action} onMark={onMark} />}
        </li>
      ))}
    </ul>
  );
}
