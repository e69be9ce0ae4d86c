const started = Date.now().toString(36);

/**
 * The address of a page's script, built from apps/web/src/page-scripts/<name>.ts. Assets are kept for a year by
 * browsers, so the address changes with each start of the server.
 */
export function pageScript(name: string): string {
  return `/assets/page-${name}.js?v=${started}`;
}
