import type { AddressInfo, Socket } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** How the server treats a message: take it, refuse it with a code, or fall silent or away at a known point. */
export type MailServerConduct =
  | 'accept'
  | { readonly refuse: number; readonly at: 'recipient' | 'message' }
  /** Takes the whole message and never answers. */
  | 'hang-after-message'
  /** Takes the whole message and closes the connection without an answer. */
  | 'drop-after-message'
  /** Closes the connection when the recipient is named: the message never leaves the sender. */
  | 'drop-before-message';

/** A mail as it arrived, parsed, with the envelope it came in. */
export interface ReceivedMail extends ParsedMail {
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
  /** The plain-text part, always there: a mail of ours without one is a defect. */
  readonly text: string;
  /** Every web address in the plain-text part, in order. */
  readonly links: readonly string[];
}

/** A real mail server on a free port of this machine, for tests. */
export interface TestMailServer {
  /** For `SMTP_URL`. */
  readonly url: string;
  /** Mails that were accepted, oldest first. */
  readonly mails: readonly ReceivedMail[];
  /** How often a whole message came in, accepted or not. */
  readonly messagesHandedOver: number;
  /** Sets the conduct towards all that comes from now on, or decides it per recipient. */
  behave(conduct: MailServerConduct | ((recipient: string) => MailServerConduct)): void;
  /** Accepted mails to an address, oldest first. */
  to(address: string): readonly ReceivedMail[];
  /** Waits for the n-th (first) accepted mail to an address, optionally one that matches; fails after 20 s. */
  arrival(address: string, matches?: (mail: ReceivedMail) => boolean): Promise<ReceivedMail>;
  /** Forgets the mails so far. */
  clear(): void;
  stop(): Promise<void>;
}

/** Starts a mail server that accepts everything until told otherwise. */
export async function startMailServer(): Promise<TestMailServer> {
  let conductFor: (recipient: string) => MailServerConduct = () => 'accept';
  let handedOver = 0;
  const mails: ReceivedMail[] = [];
  const sockets = new Set<Socket>();
  const arrivals = new Set<() => void>();

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 0,
    onRcptTo(address, session, done) {
      const conduct = conductFor(address.address);
      if (conduct === 'drop-before-message') socketOf(session.remotePort)?.destroy();
      else if (typeof conduct === 'object' && conduct.at === 'recipient') done(refusal(conduct.refuse));
      else done();
    },
    onData(stream, session, done) {
      const { mailFrom, rcptTo } = session.envelope;
      const to = rcptTo.map((recipient) => recipient.address);
      const conduct = conductFor(to[0] ?? '');
      const bytes: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => bytes.push(chunk));
      stream.on('end', () => {
        handedOver += 1;
        if (conduct === 'hang-after-message') return;
        if (conduct === 'drop-after-message') {
          socketOf(session.remotePort)?.destroy();
          return;
        }
        if (typeof conduct === 'object') {
          done(refusal(conduct.refuse));
          return;
        }
        void simpleParser(Buffer.concat(bytes)).then((mail) => {
          const text = mail.text ?? '';
          const links = text.match(/https?:\/\/\S+/g) ?? [];
          mails.push({ ...mail, text, links, envelope: { from: mailFrom ? mailFrom.address : '', to } });
          done();
          for (const look of arrivals) look();
        });
      });
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const socketOf = (port: number): Socket | undefined =>
    [...sockets].find((socket) => socket.remotePort === port);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const to = (address: string): ReceivedMail[] => mails.filter((mail) => mail.envelope.to.includes(address));

  return {
    url: `smtp://127.0.0.1:${String(port)}`,
    mails,
    get messagesHandedOver() {
      return handedOver;
    },
    behave(conduct) {
      conductFor = typeof conduct === 'function' ? conduct : () => conduct;
    },
    to,
    arrival(address, matches = () => true) {
      return new Promise((resolve, reject) => {
        const look = (): void => {
          const mail = to(address).find(matches);
          if (!mail) return;
          clearTimeout(patience);
          arrivals.delete(look);
          resolve(mail);
        };
        const patience = setTimeout(() => {
          arrivals.delete(look);
          reject(
            new Error(
              `no such mail to ${address}; it got: ${to(address)
                .map((mail) => mail.subject)
                .join(' · ')}`,
            ),
          );
        }, 20_000);
        arrivals.add(look);
        look();
      });
    },
    clear() {
      mails.length = 0;
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
    },
  };
}

function refusal(code: number): Error {
  return Object.assign(new Error('The test says no to <someone@example.org>'), { responseCode: code });
}
