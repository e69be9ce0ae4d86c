import { domainToASCII } from 'node:url';

/** Domains at which anybody gets an address: no organisation can vouch for them. */
const publicDomains = new Set(
  `gmail.com googlemail.com hotmail.com hotmail.dk outlook.com outlook.dk live.com live.dk msn.com yahoo.com
   yahoo.dk icloud.com me.com mac.com mail.dk mail.com gmx.com gmx.net proton.me protonmail.com aol.com jubii.dk
   ofir.dk sol.dk youmail.dk stofanet.dk tdcadsl.dk post.tele.dk fastmail.com zoho.com`.split(/\s+/),
);

/** The domain of a mail address in its one written form (lower case, punycode); undefined when there is none. */
export function domainOf(email: string): string | undefined {
  const at = email.lastIndexOf('@');
  if (at < 1) return undefined;
  const domain = domainToASCII(email.slice(at + 1).trim()).toLowerCase();
  return domain === '' ? undefined : domain;
}

/** Can anybody get an address there? */
export function isPublicDomain(domain: string): boolean {
  return publicDomains.has(domain);
}

const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Is this a mail domain as it is compared: lower case, punycode, at least two parts, the last one no number? */
export function isDomain(text: string): boolean {
  const labels = text.split('.');
  return labels.length > 1 && labels.every((each) => label.test(each)) && !/^\d+$/.test(labels.at(-1) ?? '');
}
