/** Where a sign-in may lead: paths of this site only, so that nobody is sent elsewhere by a link (open redirect). */
export function returnAddress(to: string | undefined, otherwise = '/'): string {
  if (to === undefined || to.length > 500 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(to) || to.includes('\\'))
    return otherwise;
  const base = 'https://site.invalid';
  if (!URL.canParse(to, base)) return otherwise;
  const url = new URL(to, base);
  // Back to the callback would only fail; the API shows nothing to people.
  if (url.origin !== base || url.pathname.startsWith('//') || url.pathname.startsWith('/api/'))
    return otherwise;
  return url.pathname + url.search + url.hash;
}
