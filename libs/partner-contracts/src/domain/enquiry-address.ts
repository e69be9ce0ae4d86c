/** Which partner's public page an address leads to. */
export interface PublicPartner {
  readonly allianceId: string;
  readonly organisationId: string;
}

const bytesOfTwoIds = 32;

/**
 * The last part of the address of a partner's public enquiry page. It names alliance and partner, so that the page can
 * be found without looking through other alliances; it is no secret.
 */
export function publicToken({ allianceId, organisationId }: PublicPartner): string {
  return Buffer.from((allianceId + organisationId).replaceAll('-', ''), 'hex').toString('base64url');
}

/** Reads such an address; null when it is not one. */
export function readPublicToken(token: string): PublicPartner | null {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== bytesOfTwoIds || bytes.toString('base64url') !== token) return null;
  const hex = bytes.toString('hex');
  return { allianceId: id(hex.slice(0, 32)), organisationId: id(hex.slice(32)) };
}

function id(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
