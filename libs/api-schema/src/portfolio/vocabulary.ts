/** How far an initiative has come; `closed` is an honest end, not a failure. */
export const initiativeStages = ['idea', 'small_test', 'adapt', 'spread', 'embedded', 'closed'] as const;
/** How far an initiative has come. */
export type InitiativeStage = (typeof initiativeStages)[number];

/** What a review can decide. */
export const reviewDecisions = ['continue', 'adapt', 'spread', 'embed', 'close'] as const;
/** What a review decided. */
export type ReviewDecision = (typeof reviewDecisions)[number];
