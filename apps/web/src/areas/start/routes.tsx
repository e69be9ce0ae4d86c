import type { Area } from '../../shell/area.js';

/** Sign-in, claim and the first choice. */
export const start: Area = {};
