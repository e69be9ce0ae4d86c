/** Addresses of the API that this area uses. */
export const enquiryPaths = {
  all: '/api/v1/alliances/{allianceId}/enquiries',
  one: '/api/v1/alliances/{allianceId}/enquiries/{enquiryId}',
  person: '/api/v1/alliances/{allianceId}/enquiries/{enquiryId}/person',
  answer: '/api/v1/alliances/{allianceId}/enquiries/{enquiryId}/answer',
  withdraw: '/api/v1/alliances/{allianceId}/enquiries/{enquiryId}/withdraw',
  partners: '/api/v1/alliances/{allianceId}/enquiry-partners',
  address: '/api/v1/alliances/{allianceId}/enquiry-partners/{partnerId}/address',
  rates: '/api/v1/alliances/{allianceId}/promise-rates',
  participants: '/api/v1/alliances/{allianceId}/participants',
} as const;
