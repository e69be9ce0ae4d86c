import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { eventually } from '#libs/testing';

/** One call as it came in. */
export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What a message says. */
export interface Message {
  readonly type: string;
  readonly timestamp: string;
  readonly data: {
    readonly id: string;
    readonly allianceId: string;
    readonly seq: number | null;
    readonly subject: { readonly kind: string; readonly id: string };
    readonly payload: Record<string, unknown>;
  };
}

/** A real server that receives webhooks, on a free port of this machine. */
export class WebhookReceiver {
  readonly calls: Received[] = [];
  conduct: (response: ServerResponse) => void = (response) => response.writeHead(204).end();
  private readonly server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      this.calls.push({ headers: request.headers, body: Buffer.concat(pieces).toString('utf8') });
      this.conduct(response);
    });
  });

  async listen(): Promise<void> {
    await new Promise<void>((ready) => this.server.listen(0, '127.0.0.1', ready));
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}/hook`;
  }

  /** Answers this status from now on. */
  answer(status: number, body = '', headers: Record<string, string> = {}): void {
    this.conduct = (response) => response.writeHead(status, headers).end(body);
  }

  /** Waits until so many calls have come. */
  async have(count: number): Promise<readonly Received[]> {
    await eventually(`${String(count)} calls, have ${String(this.calls.length)}`, async () =>
      Promise.resolve(this.calls.length >= count),
    );
    return this.calls;
  }

  clear(): void {
    this.calls.length = 0;
    this.answer(204);
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

/** Checks a call's signature as a receiver would, with the library of the specification. @throws when it does not fit */
export function verified(call: Received | undefined, secret: string): Message {
  if (call === undefined) throw new Error('no such call');
  return new Webhook(secret).verify(call.body, call.headers as Record<string, string>) as Message;
}
