/** Addresses of the API that several pages of this area use. */
export const partnersPath = '/api/v1/alliances/{allianceId}/partners';
/** One partner. */
export const partnerPath = '/api/v1/alliances/{allianceId}/partners/{partnerId}';
/** What the list can be filtered by. */
export const facetsPath = '/api/v1/alliances/{allianceId}/partners/facets';
/** Imports of the alliance. */
export const importsPath = '/api/v1/alliances/{allianceId}/partner-imports';
/** One import. */
export const importPath = '/api/v1/alliances/{allianceId}/partner-imports/{importId}';
/** The rows of an import. */
export const importRowsPath = '/api/v1/alliances/{allianceId}/partner-imports/{importId}/rows';
