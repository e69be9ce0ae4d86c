import { Readable } from 'node:stream';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { NodemailerError } from 'nodemailer/lib/errors.js';
import type { SendOutcome } from './delivery-state.js';

/** Where and how long to send. */
export interface SmtpSettings {
  /** `smtp://user:password@host:587` or `smtps://…`; `?requireTLS=true` refuses a server without TLS. */
  readonly url: string;
  /** Bound on one whole send, from connecting to the server's last word. */
  readonly boundMs: number;
}

/** Hands messages to the mail server, one connection each, and tells exactly what is known of each afterwards. */
export class SmtpSender {
  constructor(private readonly settings: SmtpSettings) {}

  /**
   * Tries once. Never throws for what the network or the server does: that is what the outcome says. `unknown` is
   * answered only when the whole message had been handed over and the server's answer did not come; before that point
   * the server cannot have taken it.
   */
  async send(from: string, to: string, message: Buffer): Promise<SendOutcome> {
    const connection = new SMTPConnection(connectionOptions(this.settings));
    const outcome = await this.attempt(connection, { from, to: [to], size: message.length }, message);
    if (outcome.kind === 'accepted') connection.quit();
    else connection.close();
    return outcome;
  }

  private attempt(
    connection: SMTPConnection,
    envelope: { from: string; to: string[]; size: number },
    message: Buffer,
  ): Promise<SendOutcome> {
    return new Promise((resolve) => {
      let handedOver = false;
      const settle = (outcome: SendOutcome): void => {
        clearTimeout(bound);
        resolve(outcome);
      };
      const refuse = (error: NodemailerError): void => {
        settle(outcomeOf(error, handedOver));
      };
      const bound = setTimeout(() => {
        refuse(Object.assign(new Error('bound reached'), { code: 'ETIMEDOUT' }));
      }, this.settings.boundMs);
      connection.on('error', refuse);
      connection.once('end', () => {
        refuse(Object.assign(new Error('closed'), { code: 'ECONNECTION' }));
      });
      connection.connect((unreachable) => {
        if (unreachable) {
          refuse(unreachable);
          return;
        }
        signIn(connection, this.settings.url, (refused) => {
          if (refused) {
            settle(temporary(answerCode(refused) ?? 'sign-in'));
            return;
          }
          const body = Readable.from([message], { objectMode: false });
          body.once('end', () => {
            handedOver = true;
          });
          connection.send(envelope, body, (failed, taken) => {
            if (failed) refuse(failed);
            else settle({ kind: 'accepted', answer: withoutAddresses(taken.response) });
          });
        });
      });
    });
  }
}

function connectionOptions({ url, boundMs }: SmtpSettings): ConstructorParameters<typeof SMTPConnection>[0] {
  const { auth: _auth, ...options } = parseConnectionUrl(url);
  return {
    ...options,
    connectionTimeout: boundMs,
    greetingTimeout: boundMs,
    socketTimeout: boundMs,
    dnsTimeout: boundMs,
    logger: false,
  };
}

function signIn(
  connection: SMTPConnection,
  url: string,
  done: (refused: NodemailerError | null) => void,
): void {
  const { auth } = parseConnectionUrl(url);
  if (!auth) {
    done(null);
    return;
  }
  connection.login(auth, (refused) => {
    done(refused);
  });
}

function outcomeOf(error: NodemailerError, handedOver: boolean): SendOutcome {
  const code = answerCode(error);
  const aboutTheMessage = error.command !== undefined && /^(MAIL FROM|RCPT TO|DATA)/.test(error.command);
  if (code !== undefined)
    return { kind: 'refused', permanent: aboutTheMessage && error.permanent === true, code };
  if (handedOver) return { kind: 'unknown', code: networkCode(error) };
  if (error.code === 'EMESSAGE') return { kind: 'refused', permanent: true, code: 'too-large' };
  return temporary(networkCode(error));
}

function temporary(code: string): SendOutcome {
  return { kind: 'refused', permanent: false, code };
}

/** The server's reply code with its class, e.g. `550 5.1.1`; never its text, which may name people. */
function answerCode(error: NodemailerError): string | undefined {
  if (error.responseCode === undefined) return undefined;
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(error.response ?? '')?.[1];
  return enhanced === undefined ? String(error.responseCode) : `${String(error.responseCode)} ${enhanced}`;
}

function networkCode(error: NodemailerError): string {
  const names: Readonly<Record<string, string>> = {
    ETIMEDOUT: 'timeout',
    ECONNECTION: 'connection-closed',
    EDNS: 'unknown-host',
    ETLS: 'tls',
    ESOCKET: 'unreachable',
  };
  return names[error.code ?? ''] ?? 'unreachable';
}

/** The server's acceptance, e.g. `250 2.0.0 Ok: queued as 4F2A`, without any address it may repeat. */
function withoutAddresses(answer: string): string {
  return answer.replace(/[^\s<>]+@[^\s<>]+/g, '…').slice(0, 200);
}
