/** The address of the alliance's people. */
export const membersPath = '/api/v1/alliances/{allianceId}/members';
