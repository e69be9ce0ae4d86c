import { DomainError } from '#libs/kernel';
import type { ChosenCommitment, ContractTemplateText, ErrorCode, Locale } from '#libs/api-schema';

/**
 * Checks what a partner chose against the optional commitments of the text it was shown: every key is there,
 * each once, counted ones with a whole number from 1 to 500 a year, others without.
 * The mandatory commitments are not chosen: they come with the contract. None chosen is allowed.
 * @returns the choice in the order of the text
 */
export function checkChoice(
  text: ContractTemplateText,
  chosen: readonly ChosenCommitment[],
  locale: Locale,
): ChosenCommitment[] {
  const byKey = new Map(chosen.map((each) => [each.key, each]));
  const keys = new Set(text.optional.map((each) => each.key));
  if (byKey.size !== chosen.length || chosen.some((each) => !keys.has(each.key))) {
    throw new DomainError<ErrorCode>('partner-contracts/unknown-commitment', {}, 'commitments');
  }
  return text.optional.flatMap((option): ChosenCommitment[] => {
    const choice = byKey.get(option.key);
    if (choice === undefined) return [];
    if (option.unit === 'none') return [{ key: option.key, count: null }];
    if (choice.count === null || !Number.isInteger(choice.count) || choice.count < 1 || choice.count > 500) {
      const params = { commitment: option.text[locale] };
      throw new DomainError<ErrorCode>('partner-contracts/count-missing', params, `count-${option.key}`);
    }
    return [{ key: option.key, count: choice.count }];
  });
}
