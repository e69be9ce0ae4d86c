import type { Expectation } from './expectations.js';

/** Who may send which event of a socket at all, as the table of expectations says it of routes. */
export const socketExpectations: Readonly<Record<string, Expectation>> = {
  'feed:resync': 'signed-in',
  'meetings:join': ['S', 'P', 'C', 'M'],
  'meetings:leave': ['S', 'P', 'C', 'M'],
  'meetings:command': ['S', 'P', 'C', 'M'],
};
