import type { ReactElement } from 'react';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import type { personDetail } from '#libs/api-schema';
import { useApi } from '../../../api/use-api.js';
import { ButtonLink, Facts, Loaded, Page, Section, useRouteParams } from '../../../kit/index.js';
import { useFormats } from '../../../language/use-formats.js';
import { languageNames } from '../../../language/language-names.js';
import { useText } from '../../../language/use-text.js';
import { ErasePersonAccount } from './erase-person-account.js';
import { PersonAccess } from './person-access.js';
import { PersonStatus } from './person-words.js';
import { personRoute } from '../routes.js';

/** A person as the administrator sees them. */
export type Person = z.infer<typeof personDetail>;

/** One person: addresses, alliances, and whether they may come in. */
export function PersonPage(): ReactElement {
  const { personId } = useRouteParams(personRoute);
  const query = useApi<Person>('/api/v1/admin/people/{personId}', { path: { personId } });
  return <Loaded query={query}>{(person) => <OnePerson person={person} />}</Loaded>;
}

function OnePerson({ person }: { person: Person }): ReactElement {
  const t = useText();
  const formats = useFormats();
  const { id, name, state, mergedInto, lastUsedAt } = person;
  return (
    <Page title={name} breadcrumbs={[{ label: t('everybody.title'), to: '/administration/personer' }]}>
      <Facts
        rows={[
          [t('everybody.state'), <PersonStatus key="state" state={state} />],
          ...(mergedInto === null
            ? []
            : [
                [
                  t('everybody.mergedInto'),
                  <Link key="into" to={`/administration/personer/${mergedInto.id}`}>
                    {mergedInto.name}
                  </Link>,
                ] as const,
              ]),
          ...(person.isAdmin ? [[t('everybody.role'), t('everybody.admin')] as const] : []),
          [t('everybody.language'), languageNames[person.locale]],
          [t('everybody.created'), formats.date(person.createdAt)],
          [
            t('everybody.lastUsed'),
            lastUsedAt === null ? t('everybody.never') : formats.dateTime(lastUsedAt),
          ],
          [t('everybody.sessions'), formats.number(person.sessions)],
        ]}
      />
      {state === 'merged' ? null : <WhoAndWhere person={person} />}
      {state === 'merged' ? null : (
        <Section title={t('everybody.roles')}>
          {person.isYou ? <p>{t('everybody.you')}</p> : <PersonAccess person={person} />}
          {state === 'active' ? (
            <p>
              <ButtonLink kind="secondary" to={`/administration/personer/${id}/saml`}>
                {t('everybody.merge')}
              </ButtonLink>
            </p>
          ) : null}
        </Section>
      )}
      {state === 'merged' || person.isYou ? null : <ErasePersonAccount personId={id} />}
    </Page>
  );
}

function WhoAndWhere({ person }: { person: Person }): ReactElement {
  const t = useText();
  return (
    <>
      <Section title={t('everybody.addresses')}>
        <ul>
          {person.addresses.map(({ email, isPrimary }) => (
            <li key={email}>{isPrimary ? `${email} (${t('everybody.primary')})` : email}</li>
          ))}
        </ul>
      </Section>
      <Section title={t('everybody.alliances')}>
        {person.alliances.length === 0 ? (
          <p>{t('everybody.noAlliances')}</p>
        ) : (
          <ul>
            {person.alliances.map(({ id, name, roles, isResting }) => (
              <li key={id}>
                {`${name}: ${roles.map((role) => t(`settings.role.${role}`)).join(', ')}`}
                {isResting ? ` (${t('everybody.resting')})` : null}
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}
