import type { z } from 'zod';
import type { auditEntry } from '#libs/api-schema';
import { useText } from '../../language/use-text.js';

/** One thing that happened, as the API answers it. */
export type HistoryEntry = z.infer<typeof auditEntry>;

/** Who did it, and by which API token if by one. */
export function useWhoDid(): (entry: HistoryEntry) => string {
  const t = useText();
  const name = ({ actorName, actorKind }: HistoryEntry): string => {
    if (actorName !== null) return actorName;
    if (actorKind === 'person') return t('history.erased');
    return t(actorKind === 'system' ? 'history.system' : 'history.byLink');
  };
  return (entry) => {
    if (entry.token === null) return name(entry);
    const token = entry.token.name;
    return token === null
      ? t('history.bySomeToken', { who: name(entry) })
      : t('history.byToken', { who: name(entry), token });
  };
}
