import type { ReactElement } from 'react';
import type { RestingAlliance } from '../../api/session.js';
import { Notice } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';

/** Where the person's access rests, and whom to write to; nothing where it rests nowhere. */
export function RestingAlliances({ resting }: { resting: readonly RestingAlliance[] }): ReactElement {
  const t = useText();
  return (
    <>
      {resting.map(({ id, name, contacts }) => (
        <Notice key={id} kind="warning" title={t('start.resting', { alliance: name })}>
          <p>{t('start.restingText')}</p>
          {contacts.length === 0 ? null : (
            <>
              <p>{t('start.restingWrite')}</p>
              <ul>
                {contacts.map((contact) => (
                  <li key={contact.email}>
                    <a href={`mailto:${contact.email}`}>{contact.name}</a>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Notice>
      ))}
    </>
  );
}
