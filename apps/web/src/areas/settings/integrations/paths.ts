/** The addresses of API tokens and webhooks. */
export const integrationPaths = {
  tokens: '/api/v1/alliances/{allianceId}/api-tokens',
  token: '/api/v1/alliances/{allianceId}/api-tokens/{tokenId}',
  webhooks: '/api/v1/alliances/{allianceId}/webhooks',
  webhook: '/api/v1/alliances/{allianceId}/webhooks/{webhookId}',
  messages: '/api/v1/alliances/{allianceId}/webhooks/{webhookId}/messages',
} as const;
