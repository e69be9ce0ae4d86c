/** Addresses of identity providers, in the API and in the administration. */
export const identityProviderPaths = {
  list: '/api/v1/admin/identity-providers',
  one: '/api/v1/admin/identity-providers/{providerId}',
  test: '/api/v1/admin/identity-providers/{providerId}/test',
  page: '/administration/login',
} as const;
