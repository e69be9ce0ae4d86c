/** Addresses of the API that the pages of meetings use, as OpenAPI writes them. */
const alliance = '/api/v1/alliances/{allianceId}';
const meeting = `${alliance}/meetings/{meetingId}` as const;

/** Addresses of the API that the pages of meetings use. */
export const meetingPaths = {
  groups: `${alliance}/meeting-groups`,
  group: `${alliance}/meeting-groups/{groupId}`,
  people: `${alliance}/meeting-people`,
  meetings: `${alliance}/meetings`,
  meeting,
  open: `${meeting}/open`,
  close: `${meeting}/close`,
  reopen: `${meeting}/reopen`,
  approve: `${meeting}/approve-minutes`,
  minutes: `${meeting}/minutes`,
  items: `${meeting}/items`,
  order: `${meeting}/items/order`,
  item: `${meeting}/items/{itemId}`,
  actions: `${alliance}/meeting-actions`,
  actionDone: `${alliance}/meeting-actions/{actionId}/done`,
  actionReopen: `${alliance}/meeting-actions/{actionId}/reopen`,
  actionHandOver: `${alliance}/meeting-actions/{actionId}/hand-over`,
  indicators: `${alliance}/indicators`,
  series: `${alliance}/indicators/{id}/series`,
} as const;
