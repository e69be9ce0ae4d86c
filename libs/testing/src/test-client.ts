/** An answer over HTTP: `body` is the parsed JSON, or the text. */
export interface TestAnswer<B = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: B;
  readonly text: string;
}

/** What may go with a request. */
export interface RequestOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** The version an edit is based on. */
  readonly ifMatch?: number;
}

/** A person (or a stranger) at the HTTP interface. Cookies that the server sets are kept. */
export class TestClient {
  private cookies: string;

  constructor(
    private readonly url: string,
    cookie = '',
  ) {
    this.cookies = cookie;
  }

  /** The cookie header as it is now. */
  get cookie(): string {
    return this.cookies;
  }

  get<B = unknown>(path: string, options?: RequestOptions): Promise<TestAnswer<B>> {
    return this.send<B>('GET', path, undefined, options);
  }

  post<B = unknown>(path: string, body: unknown = {}, options?: RequestOptions): Promise<TestAnswer<B>> {
    return this.send<B>('POST', path, body, options);
  }

  put<B = unknown>(path: string, body: unknown, options?: RequestOptions): Promise<TestAnswer<B>> {
    return this.send<B>('PUT', path, body, options);
  }

  patch<B = unknown>(path: string, body: unknown, options?: RequestOptions): Promise<TestAnswer<B>> {
    return this.send<B>('PATCH', path, body, options);
  }

  delete<B = unknown>(path: string, options?: RequestOptions): Promise<TestAnswer<B>> {
    return this.send<B>('DELETE', path, undefined, options);
  }

  /** An HTML form, as a browser without JavaScript posts it. Redirects are not followed. */
  form(
    path: string,
    fields: Readonly<Record<string, string>>,
    options: RequestOptions = {},
  ): Promise<TestAnswer<string>> {
    return this.raw('POST', path, new URLSearchParams(fields).toString(), {
      ...options,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...options.headers },
    }) as Promise<TestAnswer<string>>;
  }

  /** A file upload (multipart/form-data), in the field `file`. */
  upload<B = unknown>(
    path: string,
    file: { name: string; type: string; bytes: Uint8Array },
    fields: Readonly<Record<string, string>> = {},
  ): Promise<TestAnswer<B>> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set('file', new Blob([Buffer.from(file.bytes)], { type: file.type }), file.name);
    return this.raw('POST', path, form, {}) as Promise<TestAnswer<B>>;
  }

  /** Any body, any content type. */
  async raw(
    method: string,
    path: string,
    body: string | FormData | undefined,
    options: RequestOptions = {},
  ): Promise<TestAnswer> {
    const headers: Record<string, string> = { ...options.headers };
    if (this.cookies !== '') headers['cookie'] = this.cookies;
    if (options.ifMatch !== undefined) headers['if-match'] = `"${String(options.ifMatch)}"`;
    const target = path.startsWith('http') ? path : this.url + path;
    const response = await fetch(target, {
      method,
      headers,
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
    });
    this.keep(response.headers.getSetCookie());
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson ? JSON.parse(text) : text,
    };
  }

  private send<B>(
    method: string,
    path: string,
    body: unknown,
    options: RequestOptions = {},
  ): Promise<TestAnswer<B>> {
    if (body === undefined) return this.raw(method, path, undefined, options) as Promise<TestAnswer<B>>;
    return this.raw(method, path, JSON.stringify(body), {
      ...options,
      headers: { 'content-type': 'application/json', ...options.headers },
    }) as Promise<TestAnswer<B>>;
  }

  private keep(set: readonly string[]): void {
    for (const line of set) {
      const [pair = ''] = line.split(';');
      const name = pair.split('=')[0] ?? '';
      const others = this.cookies
        .split('; ')
        .filter((cookie) => cookie !== '' && !cookie.startsWith(`${name}=`));
      this.cookies = [...others, ...(pair.endsWith('=') ? [] : [pair])].join('; ');
    }
  }
}
