/** The address of the links that people without an account hold. */
export const linksPath = '/api/v1/alliances/{allianceId}/links';
