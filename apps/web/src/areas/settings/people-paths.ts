/** The address of the alliance's people. */
export const membersPath = '/api/v1/alliances/{allianceId}/members';
/** The address of the alliance's invitations. */
export const invitationsPath = '/api/v1/alliances/{allianceId}/invitations';
