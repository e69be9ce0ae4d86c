import { z } from 'zod';
import { oneTimeCode } from './one-time-code.js';

describe('a code typed or pasted', () => {
  it.each(['417434', '417 434', ' 417-434 ', '417\u00a0434', '4 1 7 4 3 4', '417\u2013434\n'])(
    '%j is the six digits',
    (typed) => {
      expect(oneTimeCode.parse(typed)).toBe('417434');
    },
  );

  it.each(['41743', '4174345', 'abcdef', '417.434', ''])('%j is refused and told what a code is', (typed) => {
    const { error } = oneTimeCode.safeParse(typed);
    expect(error?.issues.map(({ message }) => message)).toEqual(['platform/code-malformed']);
  });

  it('is described as text, so that the API can be', () => {
    expect(z.toJSONSchema(oneTimeCode, { io: 'input' })).toMatchObject({
      type: 'string',
      pattern: '^\\d{6}$',
    });
  });
});
