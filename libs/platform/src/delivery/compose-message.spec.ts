import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { simpleParser } from 'mailparser';
import { composeMessage } from './compose-message.js';
import type { MailContent, OutgoingMail } from './mail-content.js';

let layout: string;

beforeAll(async () => {
  execFileSync(process.execPath, ['tools/mail.mjs']);
  layout = await readFile('dist/mail/layout.html', 'utf8');
});

const content: MailContent = {
  subject: 'Garantikontrakt til underskrift',
  greeting: 'Kære Åse Sørensen',
  paragraphs: ['Hjørring Kommune beder jer læse & underskrive.', 'Fristen er 1. december.'],
  facts: [['Løbetid', '2 år']],
  items: [{ title: 'Én ting', detail: 'Siden i går', url: 'https://rygrad.example/a/b?c=1&d=2' }],
  button: { label: 'Læs kontrakten', url: 'https://rygrad.example/l/sign/abc' },
  code: '048213',
};

function mail(change: Partial<OutgoingMail> = {}): OutgoingMail {
  return {
    messageId: '0190.mail@rygrad.example',
    from: { name: 'Ungegarantien', email: 'rygrad@example.org' },
    to: { name: 'Åse Sørensen', email: 'aase@example.org', locale: 'da' },
    content,
    automatic: false,
    attachments: [],
    ...change,
  };
}

async function sent(change: Partial<OutgoingMail> = {}) {
  return simpleParser(await composeMessage(layout, mail(change)));
}

describe('a mail on the wire', () => {
  it('says everything in plain text by itself', async () => {
    const { text } = await sent();
    for (const part of [
      'Kære Åse Sørensen',
      'læse & underskrive',
      'Fristen er 1. december.',
      'Løbetid: 2 år',
      'Én ting',
      'Siden i går',
      'https://rygrad.example/a/b?c=1&d=2',
      'Læs kontrakten',
      'https://rygrad.example/l/sign/abc',
      '048213',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('says the same in html, with no slot or block mark left', async () => {
    const html = String((await sent()).html);
    expect(html).toContain('Kære Åse Sørensen');
    expect(html).toContain('href="https://rygrad.example/l/sign/abc"');
    expect(html).not.toMatch(/\{\{|<!--\[\/?\w+\]-->/);
    expect(html).toContain('lang="da"');
  });

  it('leaves out what it does not say', async () => {
    const html = String((await sent({ content: { subject: 'Kort', paragraphs: ['Hej'] } })).html);
    expect(html).not.toMatch(/<a |class="item"|letter-spacing/);
  });

  it('fetches nothing and tracks nobody', async () => {
    const html = String((await sent()).html);
    expect(html).not.toMatch(/<img|<link|@import|fonts\.googleapis/i);
  });

  it('shows markup and slots in a value as text', async () => {
    const html = String(
      (await sent({ content: { subject: 's', paragraphs: ['<script>alert(1)</script> {{footer}}'] } })).html,
    );
    expect(html).not.toContain('<script>');
    expect(html).toContain('&#123;&#123;footer}}');
  });

  it('refuses a link that is not a web address', async () => {
    const bad = { subject: 's', paragraphs: [], button: { label: 'x', url: 'javascript:alert(1)' } };
    await expect(sent({ content: bad })).rejects.toThrow('web address');
  });

  it('keeps line breaks out of headers', async () => {
    const parsed = await sent({
      content: { ...content, subject: 'Hej\r\nBcc: alle@example.org' },
      to: { name: 'Å\r\nBcc: b@example.org', email: 'aase@example.org', locale: 'da' },
    });
    expect(parsed.headers.has('bcc')).toBe(false);
    expect(parsed.subject).toBe('Hej Bcc: alle@example.org');
  });

  it.each(['a@b.dk\r\nRCPT TO:<c@d.dk>', 'a@b.dk, c@d.dk', '<a@b.dk>', 'ingen'])(
    'refuses %j as an address',
    async (email) => {
      await expect(sent({ to: { name: 'A', email, locale: 'da' } })).rejects.toThrow('mail address');
    },
  );

  it('marks what the clock sends, so that no auto-responder answers', async () => {
    expect((await sent({ automatic: true })).headers.get('auto-submitted')).toBe('auto-generated');
    expect((await sent()).headers.has('auto-submitted')).toBe(false);
  });

  it('carries its own Message-ID and its attachments unchanged', async () => {
    const bytes = Buffer.from([0, 1, 2, 250]);
    const parsed = await sent({
      attachments: [{ name: 'kontrakt.pdf', mediaType: 'application/pdf', bytes }],
    });
    expect(parsed.messageId).toBe('<0190.mail@rygrad.example>');
    expect(parsed.attachments[0]?.filename).toBe('kontrakt.pdf');
    expect(parsed.attachments[0]?.content).toEqual(bytes);
  });

  it('speaks English to those who read English', async () => {
    const parsed = await sent({ to: { name: 'A', email: 'a@example.org', locale: 'en' } });
    expect(parsed.text).toContain('Sent with Rygrad');
    expect(String(parsed.html)).toContain('If the button does not work');
  });
});
