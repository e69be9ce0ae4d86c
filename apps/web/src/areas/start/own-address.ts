/** Where to go after signing in: only addresses of this site ('//elsewhere' and 'https:' are not). */
export function ownAddress(to: string | undefined): string {
  return to !== undefined && /^\/(?![/\\])/.test(to) ? to : '/';
}
