import { personName } from './person-name.js';
import { contactInput } from './alliances/schemas.js';

const point = (text: string): string => `U+${(text.codePointAt(5) ?? 0).toString(16).toUpperCase()}`;

describe('what somebody is called', () => {
  it.each(['Åse Ørsted-Bjørnæs', "Kurt D'Arcy (vikar)", 'Мария Иванова', 'ليلى حسن', 'Zoë', 'Jens 3.'])(
    'may be %s',
    (name) => {
      expect(personName.parse(name)).toBe(name);
    },
  );

  it('has no spaces around it, is something, and fits in 200 characters', () => {
    expect(personName.parse('  Karla Mark ')).toBe('Karla Mark');
    expect(personName.safeParse('   ').success).toBe(false);
    expect(personName.safeParse('k'.repeat(200)).success).toBe(true);
    expect(personName.safeParse('k'.repeat(201)).success).toBe(false);
  });

  const breaks = ['\n', '\r', '\t', '\0', '\u001b', '\u007f', '\u0085', '\u2028', '\u2029'];
  const turns = [
    0x061c, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069,
  ];
  const refused = [...breaks, ...turns.map((one) => String.fromCodePoint(one))].map(
    (one) => `Karla${one}Mark`,
  );

  it.each(refused.map((name) => [point(name), name] as const))(
    'is one line that is read in one direction: not %s',
    (_, name) => {
      expect(personName.safeParse(name).success).toBe(false);
      expect(contactInput.safeParse({ name }).success).toBe(false);
    },
  );
});
