import type { ReactElement } from 'react';
import type { z } from 'zod';
import type { outbox } from '#libs/api-schema';
import { useApi } from '../../api/use-api.js';
import { EmptyState, Facts, Loaded, Notice, Page } from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import './start.css';

type Outbox = z.infer<typeof outbox>;
type Mail = Outbox['items'][number];

/** The mails of an installation without mail server, newest first. */
export function OutboxPage(): ReactElement {
  const t = useText();
  const query = useApi<Outbox>('/api/v1/outbox');
  return (
    <Page title={t('start.outbox')} {...(query.data?.active === true ? { lead: t('start.outboxLead') } : {})}>
      <Loaded query={query}>{(answer) => <Mails {...answer} />}</Loaded>
    </Page>
  );
}

function Mails({ active, items }: Outbox): ReactElement {
  const t = useText();
  if (!active) {
    return (
      <Notice>
        <p>{t('start.outboxOff')}</p>
      </Notice>
    );
  }
  if (items.length === 0) {
    return <EmptyState title={t('start.outboxEmpty')}>{t('start.outboxEmptyHelp')}</EmptyState>;
  }
  return (
    <>
      {items.map((mail) => (
        <MailEntry key={mail.id} mail={mail} />
      ))}
    </>
  );
}

function MailEntry({ mail }: { mail: Mail }): ReactElement {
  const t = useText();
  const formats = useFormats();
  const { content, to, queuedAt, template } = mail;
  return (
    <details className="start-mail">
      <summary>
        <span>{content?.subject ?? template}</span>
        <span>
          {to ? `${to.name} · ` : null}
          {formats.dateTime(queuedAt)}
        </span>
      </summary>
      <div className="start-mail-body">
        {to ? (
          <p>
            {t('start.outboxTo')}: {to.name} &lt;{to.email}&gt;
          </p>
        ) : null}
        {content ? <MailBody content={content} /> : <p>{t('start.outboxHidden')}</p>}
      </div>
    </details>
  );
}

function MailBody({ content }: { content: NonNullable<Mail['content']> }): ReactElement {
  const { greeting, paragraphs, code, facts, items, button, footer } = content;
  return (
    <>
      {greeting ? <p>{greeting}</p> : null}
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {code ? <p className="start-mail-code">{code}</p> : null}
      {facts ? <Facts rows={facts} /> : null}
      {items ? (
        <ul>
          {items.map(({ title, detail, url }) => (
            <li key={`${title}${url ?? ''}`}>
              {url ? <a href={url}>{title}</a> : title}
              {detail ? ` – ${detail}` : null}
            </li>
          ))}
        </ul>
      ) : null}
      {button ? (
        <p>
          <a className="button button-primary" href={button.url}>
            {button.label}
          </a>
        </p>
      ) : null}
      {footer ? <p>{footer}</p> : null}
    </>
  );
}
