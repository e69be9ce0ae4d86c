import { z } from 'zod';
import { id, instant } from '../lists.js';

/** Who vouches for the people that sign in: an organisation's own identity provider, or a MitID Erhverv broker. */
export const identityProviderKinds = ['organisation', 'mitid-erhverv'] as const;
/** One of {@link identityProviderKinds}. */
export type IdentityProviderKind = (typeof identityProviderKinds)[number];

const name = z.string().trim().min(1).max(80);
const domain = z.string().trim().toLowerCase().min(1).max(253);
const cvr = z.string().trim().min(1).max(20);

const settings = {
  kind: z.enum(identityProviderKinds),
  nameDa: name,
  nameEn: name,
  /** The issuer as the identity provider writes it, to the letter; discovery starts from it. */
  issuer: z.url({ protocol: /^https?$/ }).max(500),
  clientId: z.string().trim().min(1).max(300),
  /** Mail domains for which the organisation's provider may vouch. */
  emailDomains: z.array(domain).max(20),
  /** MitID Erhverv: only these CVR numbers; empty = every organisation in which the person has a role. */
  cvrs: z.array(cvr).max(50),
  isActive: z.boolean(),
};

/** A new identity provider. */
export const addIdentityProvider = z.strictObject({
  ...settings,
  clientSecret: z.string().min(1).max(1000),
});
/** Other settings of an identity provider; without a client secret it keeps the one it has. */
export const changeIdentityProvider = z.strictObject({
  ...settings,
  clientSecret: z.string().min(1).max(1000).optional(),
});

const words = z
  .string()
  .max(2000)
  .default('')
  .transform((text) => text.split(/[\s,;]+/).filter((word) => word !== ''));
/** The settings as one writes them: lists as words with spaces, commas or lines between. */
export const identityProviderForm = changeIdentityProvider.extend({ emailDomains: words, cvrs: words });
/** As {@link identityProviderForm}, for a new one. */
export const newIdentityProviderForm = addIdentityProvider.extend({ emailDomains: words, cvrs: words });

/** An identity provider as the administrator sees it: its secret never comes back. */
export const identityProvider = z.object({
  id,
  version: z.number().int(),
  ...settings,
  issuer: z.string(),
  emailDomains: z.array(z.string()),
  cvrs: z.array(z.string()),
  /** The address to register at the identity provider. */
  redirectUri: z.string(),
  /** Where the provider sends people who have signed out of it, too. */
  postLogoutRedirectUri: z.string(),
  /** Where the provider says that somebody has signed out of it (OpenID Connect Back-Channel Logout 1.0). */
  backChannelLogoutUri: z.string(),
  /** How many people's logins are linked through it. */
  logins: z.number().int(),
  createdAt: instant,
});
/** Every identity provider of the installation. */
export const identityProviderList = z.object({ items: z.array(identityProvider) });

/** What is looked at when an identity provider is tested, in this order. */
export const identityProviderChecks = ['address', 'discovery', 'flow', 'signature', 'client'] as const;
/** The result of a test; what comes after a failure is not tried. */
export const identityProviderTest = z.object({
  checks: z.array(
    z.object({
      check: z.enum(identityProviderChecks),
      state: z.enum(['good', 'bad', 'untried']),
    }),
  ),
});

/** The name of an identity provider. */
export const providerName = z.object({ da: z.string(), en: z.string() });

/** Identity providers that people may sign in with. */
export const signInProviders = z.object({
  items: z.array(z.object({ id, kind: z.enum(identityProviderKinds), name: providerName })),
});
/** Begin to sign in with an identity provider. */
export const startProviderSignIn = z.strictObject({
  /** The page to show afterwards, of this site. */
  to: z.string().max(500).optional(),
  /** The token of the invitation that is being answered. */
  invitation: z.string().min(20).max(200).optional(),
});
/** What an identity provider says when somebody has signed out of it; other fields are ignored as its specification asks. */
export const backChannelLogout = z.object({ logout_token: z.string().min(1).max(16_000) });
/** Where the browser goes now. */
export const providerSignInStarted = z.object({ url: z.string() });

/** One login of a person at an identity provider, and the ones they may add. */
export const myLogins = z.object({
  items: z.array(
    z.object({
      id,
      kind: z.enum(identityProviderKinds),
      provider: providerName,
      /** The mail address or CVR number the provider vouched for when it was linked. */
      vouchedFor: z.string().nullable(),
      linkedAt: instant,
      lastUsedAt: instant,
    }),
  ),
  linkable: signInProviders.shape.items,
});
