import supertest from 'supertest';

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

/** Every answer as its bytes: what is not JSON is a page, a file or nothing. */
function asBytes(response: unknown, done: (error: Error | null, body: Buffer) => void): void {
  const stream = response as NodeJS.ReadableStream;
  const pieces: Buffer[] = [];
  stream.on('data', (piece: Buffer) => pieces.push(piece));
  stream.on('end', () => {
    done(null, Buffer.concat(pieces));
  });
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
    const request = this.prepare('POST', path, {});
    for (const [name, value] of Object.entries(fields)) request.field(name, value);
    request.attach('file', Buffer.from(file.bytes), { filename: file.name, contentType: file.type });
    return this.answer(request) as Promise<TestAnswer<B>>;
  }

  /** Any body, any content type. */
  raw(
    method: string,
    path: string,
    body: string | undefined,
    options: RequestOptions = {},
  ): Promise<TestAnswer> {
    const request = this.prepare(method, path, options);
    return this.answer(body === undefined ? request : request.send(body));
  }

  private prepare(method: string, path: string, options: RequestOptions): supertest.Test {
    const [origin, rest] = path.startsWith('http')
      ? [new URL(path).origin, path.slice(new URL(path).origin.length)]
      : [this.url, path];
    const agent = supertest(origin);
    const send = {
      GET: agent.get,
      POST: agent.post,
      PUT: agent.put,
      PATCH: agent.patch,
      DELETE: agent.delete,
    }[method];
    if (send === undefined) throw new Error(`${method} is not spoken here`);
    const request = send(rest)
      .redirects(0)
      .ok(() => true)
      .buffer(true)
      .parse(asBytes);
    if (this.cookies !== '') request.set('cookie', this.cookies);
    if (options.ifMatch !== undefined) request.set('if-match', `"${String(options.ifMatch)}"`);
    return request.set({ ...options.headers });
  }

  private async answer(request: supertest.Test): Promise<TestAnswer> {
    const response = await request;
    const headers = new Headers();
    for (const [name, value] of Object.entries(response.headers as Record<string, string | string[]>))
      for (const one of [value].flat()) headers.append(name, one);
    this.keep(headers.getSetCookie());
    const text = Buffer.isBuffer(response.body) ? response.body.toString('utf8') : '';
    const isJson = text !== '' && (headers.get('content-type') ?? '').includes('json');
    return { status: response.status, headers, text, body: isJson ? JSON.parse(text) : text };
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
