/** Injection token of the clock; tests set their own. */
export const CLOCK = Symbol('CLOCK');
