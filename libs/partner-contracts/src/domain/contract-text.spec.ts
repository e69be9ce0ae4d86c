import { defaultContractTemplate, type ContractTemplateText } from '#libs/api-schema';
import { checkTemplateText, freezeText, hashText, readFrozenText } from './contract-text.js';

const parties = { alliance: 'Ungegarantien', partner: 'Nørreå Tømrerfirma ApS', cvr: '12345674' };

describe('the text of a contract', () => {
  it('is frozen with names and numbers filled in, in both languages', () => {
    const { text } = freezeText(defaultContractTemplate, parties);
    expect(text.title).toEqual({
      da: 'Partnerskabsaftale om Ungegarantien',
      en: 'Partnership agreement on Ungegarantien',
    });
    expect(text.body.da).toContain('Virksomheden svarer senest 5 dage efter henvendelsen');
    expect(JSON.stringify(text)).not.toMatch(/\{(alliance|partner|responseDays|termMonths)\}/);
  });

  it('has the same hash whatever the order its parts were stored in', () => {
    const turned = Object.fromEntries(
      Object.entries(defaultContractTemplate).reverse(),
    ) as ContractTemplateText;
    expect(freezeText(turned, parties).hash).toBe(freezeText(defaultContractTemplate, parties).hash);
  });

  it('has another hash when one letter, one number or the partner is another', () => {
    const { hash } = freezeText(defaultContractTemplate, parties);
    const others = [
      freezeText({ ...defaultContractTemplate, responseDays: 6 }, parties),
      freezeText({ ...defaultContractTemplate, body: { ...defaultContractTemplate.body, en: 'x' } }, parties),
      freezeText(defaultContractTemplate, { ...parties, partner: 'Nørreå Tømrerfirma A/S' }),
    ];
    expect(others.map((other) => other.hash === hash)).toEqual([false, false, false]);
  });

  it('gives a composed and a decomposed å the same hash', () => {
    const composed = freezeText({ ...defaultContractTemplate, body: { da: '\u00e5', en: 'a' } }, parties);
    const decomposed = freezeText({ ...defaultContractTemplate, body: { da: 'a\u030a', en: 'a' } }, parties);
    expect(decomposed.hash).toBe(composed.hash);
  });

  it('can be read back from its bytes, which still have the hash', () => {
    const frozen = freezeText(defaultContractTemplate, parties);
    expect(readFrozenText(frozen.canonical)).toMatchObject({ text: frozen.text, parties });
    expect(hashText(frozen.canonical)).toBe(frozen.hash);
  });

  it('does not look for placeholders in a name that holds brackets', () => {
    const { text } = freezeText(defaultContractTemplate, { ...parties, partner: '{alliance} ApS' });
    expect(text.body.da).toContain('Med denne aftale lover {alliance} ApS');
  });
});

describe('a template', () => {
  it('with a placeholder that does not exist is refused by name', () => {
    const text = { ...defaultContractTemplate, title: { da: 'Aftale med {firma}', en: 'x' } };
    expect(() => {
      checkTemplateText(text);
    }).toThrow(
      expect.objectContaining({
        code: 'partner-contracts/unknown-placeholder',
        params: expect.objectContaining({ placeholder: '{firma}' }) as unknown,
      }) as Error,
    );
  });

  it('with the same commitment twice is refused', () => {
    const text = {
      ...defaultContractTemplate,
      optional: [
        ...defaultContractTemplate.optional,
        { key: 'ambassador', text: { da: 'x', en: 'x' }, unit: 'none' as const },
      ],
    };
    expect(() => {
      checkTemplateText(text);
    }).toThrow('partner-contracts/commitment-twice');
  });

  it('shipped with the product is in order', () => {
    checkTemplateText(defaultContractTemplate);
    expect(defaultContractTemplate.mandatory).toHaveLength(3);
    expect(defaultContractTemplate.termMonths).toBe(24);
  });
});
