/** Addresses of the API that this area uses. */
export const participantPaths = {
  all: '/api/v1/alliances/{allianceId}/participants',
  one: '/api/v1/alliances/{allianceId}/participants/{participantId}',
  destinations: '/api/v1/alliances/{allianceId}/participants/{participantId}/destinations',
  types: '/api/v1/alliances/{allianceId}/destination-types',
  confirm: '/api/v1/alliances/{allianceId}/destinations/{spellId}/confirm',
  end: '/api/v1/alliances/{allianceId}/destinations/{spellId}/end',
  retract: '/api/v1/alliances/{allianceId}/destinations/{spellId}/retract',
  consents: '/api/v1/alliances/{allianceId}/participants/{participantId}/consents',
  withdrawal: '/api/v1/alliances/{allianceId}/participants/{participantId}/consents/{consentId}/withdrawal',
  consentTexts: '/api/v1/alliances/{allianceId}/consent-texts',
  cpr: '/api/v1/alliances/{allianceId}/participants/{participantId}/cpr',
  findByCpr: '/api/v1/alliances/{allianceId}/participants/find-by-cpr',
  setting: '/api/v1/alliances/{allianceId}/participant-setting',
} as const;
