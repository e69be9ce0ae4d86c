/** Addresses of the API by which somebody's data is handed out, erased, and who has seen it. */
export const personDataPaths = {
  export: '/api/v1/alliances/{allianceId}/person-data/{subjectKind}/{subjectId}',
  accessLog: '/api/v1/alliances/{allianceId}/person-data/{subjectKind}/{subjectId}/access-log',
  erasure: '/api/v1/alliances/{allianceId}/person-data/{subjectKind}/{subjectId}/erasure',
} as const;

/** Whose data it is. */
export interface RightsOf {
  kind: 'participant' | 'enquiry' | 'contact-person' | 'link-holder';
  subjectId: string;
}
