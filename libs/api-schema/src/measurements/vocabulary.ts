/** Which way an indicator should go for things to get better. */
export const directions = ['should_rise', 'should_fall'] as const;
/** Which way is better. */
export type Direction = (typeof directions)[number];

/** Entered by the responsible organisation, or computed from the daily work. */
export const indicatorSources = ['manual', 'derived'] as const;
/** Where an indicator's figures come from. */
export type IndicatorSource = (typeof indicatorSources)[number];

/** How often there is a new figure. */
export const frequencies = ['month', 'quarter', 'year'] as const;
/** How often there is a new figure. */
export type Frequency = (typeof frequencies)[number];

/** A whole population (shared, nobody's alone) or one programme's performance. */
export const indicatorLevels = ['population', 'performance'] as const;
/** What an indicator is about. */
export type IndicatorLevel = (typeof indicatorLevels)[number];

/** What a figure counts. `percent` and `people` are about people and fall under the rule of small numbers. */
export const units = ['percent', 'people', 'number', 'kroner', 'days', 'index'] as const;
/** What a figure counts. */
export type Unit = (typeof units)[number];

/** The life of a reported figure. */
export const observationStates = ['draft', 'submitted', 'sent_back', 'published'] as const;
/** Where a reported figure is in its life. */
export type ObservationState = (typeof observationStates)[number];

/** What can be done with a reported figure. */
export const observationSteps = ['submit', 'send_back', 'publish'] as const;
/** What can be done with a reported figure. */
export type ObservationStep = (typeof observationSteps)[number];

/** The five things a cell can say; they never look alike. */
export const cellStates = ['value', 'suppressed', 'missing', 'stale', 'not_applicable'] as const;
/** What a cell says. */
export type CellState = (typeof cellStates)[number];

/** Towards the better, the wrong way, or neither. */
export const movements = ['progress', 'setback', 'unchanged'] as const;
/** Which way a figure moved, judged by the indicator's direction. */
export type Movement = (typeof movements)[number];

/** Small counts of people are hidden below this; an alliance may raise it, never lower it. */
export const lowestSuppression = 5;
