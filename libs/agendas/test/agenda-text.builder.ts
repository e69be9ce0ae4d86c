import type { AgendaContent } from '#libs/api-schema';
import { newId } from '#libs/kernel';

/** The text of an agenda that is ready to be put out. */
export function agendaText(change: Partial<AgendaContent> = {}): AgendaContent {
  return {
    title: 'Ungegarantien i Hjørring',
    problem: 'For mange unge står uden for uddannelse og job.',
    vision: 'Alle unge har en plads, de selv har valgt.',
    mission: '',
    outcomes: [
      { id: newId(), title: 'Flere unge i uddannelse eller job', description: '', indicatorId: null },
    ],
    strategies: [],
    contributions: [],
    ...change,
  };
}
