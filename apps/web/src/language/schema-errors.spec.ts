import { z } from 'zod';
import { messageText, speakSchemaErrorsIn } from './schema-errors.js';

const schema = z.strictObject({
  name: z.string().min(1).max(5),
  email: z.email(),
  count: z.number().int().min(1).max(9),
  kind: z.enum(['a', 'b']),
});

function faults(input: unknown): Record<string, string> {
  const { error } = schema.safeParse(input);
  return Object.fromEntries((error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]));
}

describe('what a schema refuses', () => {
  it('is told in Danish', () => {
    speakSchemaErrorsIn('da');
    expect(faults({ name: '', email: 'x', count: 10, kind: 'c' })).toEqual({
      name: 'Feltet skal udfyldes',
      email: 'Skriv en e-mailadresse som navn@eksempel.dk',
      count: 'Højst 9',
      kind: 'Vælg en af mulighederne',
    });
  });

  it('is told in English', () => {
    speakSchemaErrorsIn('en');
    expect(faults({ name: 'too long', email: 'a@b.dk', count: 'x' })).toEqual({
      name: 'At most 5 characters',
      count: 'Write a number',
      kind: 'Fill in this field',
    });
  });

  it('says of a number what it should be', () => {
    speakSchemaErrorsIn('da');
    const others = { name: 'a', email: 'a@b.dk', kind: 'a' };
    expect(faults({ ...others, count: 'abc' })).toEqual({ count: 'Skriv et tal' });
    expect(faults({ ...others, count: 2.5 })).toEqual({ count: 'Skriv et helt tal' });
    expect(faults({ ...others, count: -5 })).toEqual({ count: 'Mindst 1' });
  });

  it('may be a code with a text of its own', () => {
    expect(messageText('alliances/role-needs-organisation', 'en')).toMatch(/^Choose the organisation/);
    expect(messageText('Plain words', 'da')).toBe('Plain words');
  });
});
