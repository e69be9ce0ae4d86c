import { errorCatalogue, type ErrorCode } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import { againForm, type LinkPlace, type LinkRefusal, messageOf } from '#libs/platform';
import { refusalPage } from './signing-pages.js';
import { signingTexts, type SigningTexts } from './signing-texts.js';

type Said = (words: SigningTexts) => readonly [title: string, lead: string];

const pages: Partial<Record<ErrorCode, Said>> = {
  'platform/link-unknown': (words) => [words.unknown, words.unknownLead],
  'platform/link-expired': (words) => [words.expired, words.expiredLead],
  'platform/link-revoked': (words) => [words.replaced, words.replacedLead],
  'platform/link-spent': (words) => [words.already, words.alreadyLead],
  'partner-contracts/already-signed': (words) => [words.already, words.alreadyLead],
  'partner-contracts/withdrawn': (words) => [words.withdrawn, words.withdrawnLead],
  'partner-contracts/text-changed': (words) => [words.changed, words.changedLead],
  'platform/too-many-requests': (words) => [words.failed, words.tooMany],
};

/**
 * The page for a refusal that ends the way.
 * @throws the error itself when it is not an expected one
 */
export function refusalOf(error: unknown, { locale, base }: LinkPlace): LinkRefusal {
  if (!(error instanceof DomainError) || !(error.code in errorCatalogue)) throw error;
  const code = error.code as ErrorCode;
  const words = signingTexts[locale];
  const [title, lead] = pages[code]?.(words) ?? [words.failed, messageOf(code, error.params, locale)];
  const action =
    code === 'partner-contracts/text-changed' || code === 'partner-contracts/nothing-filled-in'
      ? { label: words.readAgain, href: `${base}/read?locale=${locale}` }
      : undefined;
  const form = code === 'platform/link-expired' ? againForm({ locale, base }) : null;
  return { status: errorCatalogue[code].status, text: refusalPage(locale, title, lead, action, form) };
}
