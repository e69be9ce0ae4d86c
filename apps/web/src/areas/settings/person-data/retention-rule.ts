import type { z } from 'zod';
import type { retentionRules } from '#libs/api-schema';

/** The rules as the API tells them. */
export type Rules = z.output<typeof retentionRules>;
/** One rule as the API tells it. */
export type Rule = Rules['items'][number];

/** The address of the rules. */
export const retentionPath = '/api/v1/alliances/{allianceId}/retention';
