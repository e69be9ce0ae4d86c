/** The life of a version of the shared agenda. */
export const agendaStates = ['draft', 'consultation', 'adopted', 'superseded', 'discarded'] as const;
/** Where a version of the agenda is in its life. */
export type AgendaState = (typeof agendaStates)[number];

/** What the secretariat can do with a version. */
export const agendaSteps = ['put_out', 'take_back', 'adopt', 'discard'] as const;
/** What can be done with a version. */
export type AgendaStep = (typeof agendaSteps)[number];

/** What an organisation answers: consent, consent with a concern, or an objection; each but the first says why. */
export const agendaAnswers = ['consent', 'concern', 'objection'] as const;
/** An organisation's answer. */
export type AgendaAnswer = (typeof agendaAnswers)[number];

/** The parts of an agenda that a difference is told by. */
export const agendaParts = [
  'title',
  'problem',
  'vision',
  'mission',
  'outcome',
  'strategy',
  'contribution',
] as const;
/** A part of an agenda. */
export type AgendaPart = (typeof agendaParts)[number];
