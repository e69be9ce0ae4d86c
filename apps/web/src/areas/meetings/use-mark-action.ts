import { useAlliance } from '../../api/session.js';
import { useSend } from '../../api/use-api.js';
import { problemText, useToast } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { meetingPaths } from './paths.js';

/** Marks actions as done, with a way back. */
export function useMarkAction(): (action: { id: string }, isDone: boolean) => void {
  const t = useText();
  const toast = useToast();
  const { id: allianceId } = useAlliance();
  const done = useSend('POST', meetingPaths.actionDone);
  const reopen = useSend('POST', meetingPaths.actionReopen);
  const mark = async (actionId: string, isDone: boolean): Promise<void> => {
    const call = { path: { allianceId, actionId }, body: {} };
    try {
      await (isDone ? done : reopen).mutateAsync(call);
      if (isDone) toast({ text: t('meetings.actionWasDone'), undo: () => void mark(actionId, false) });
    } catch (error) {
      toast({ text: problemText(error, t) });
    }
  };
  return ({ id }, isDone) => void mark(id, isDone);
}
