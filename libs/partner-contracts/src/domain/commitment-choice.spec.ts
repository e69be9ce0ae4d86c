import { defaultContractTemplate } from '#libs/api-schema';
import { checkChoice } from './commitment-choice.js';

const text = {
  ...defaultContractTemplate,
  optional: [
    ...defaultContractTemplate.optional,
    { key: 'logo', text: { da: 'Vise garantiens mærke', en: 'Show the mark' }, unit: 'none' as const },
  ],
};

describe('what a partner chooses', () => {
  it('is kept in the order of the text, with how many a year', () => {
    const chosen = [
      { key: 'logo', count: null },
      { key: 'mentor', count: 1 },
      { key: 'apprenticeship', count: 2 },
    ];
    expect(checkChoice(text, chosen, 'da')).toEqual([
      { key: 'apprenticeship', count: 2 },
      { key: 'mentor', count: 1 },
      { key: 'logo', count: null },
    ]);
  });

  it('may be nothing: the three mandatory commitments come with the contract', () => {
    expect(checkChoice(text, [], 'da')).toEqual([]);
  });

  it.each([null, 0, 501, 1.5, -1, Number.NaN])(
    'needs a number a year where it is counted, not %p',
    (count) => {
      expect(() => checkChoice(text, [{ key: 'apprenticeship', count }], 'da')).toThrow(
        expect.objectContaining({
          code: 'partner-contracts/count-missing',
          params: { commitment: 'Lærling eller elev' },
          field: 'count-apprenticeship',
        }) as Error,
      );
    },
  );

  it('cannot be a commitment the contract does not have, a mandatory one, or one twice', () => {
    const refused = [
      [{ key: 'sponsor', count: 1 }],
      [{ key: 'ambassador', count: null }],
      [
        { key: 'mentor', count: 1 },
        { key: 'mentor', count: 2 },
      ],
    ];
    for (const chosen of refused) {
      expect(() => checkChoice(text, chosen, 'da')).toThrow('partner-contracts/unknown-commitment');
    }
  });

  it('loses a number where nothing is counted', () => {
    expect(checkChoice(text, [{ key: 'logo', count: 3 }], 'da')).toEqual([{ key: 'logo', count: null }]);
  });
});
