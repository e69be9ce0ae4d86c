import type { ReactElement } from 'react';
import type { AccessView } from '#libs/api-schema';
import { Facts, Section, Table } from '../../kit/index.js';
import type { Column } from '../../kit/index.js';
import { useLanguage } from '../../language/language-provider.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';

type Subject = AccessView['subjects'][number];
type List = AccessView['lists'][number];

/** What somebody may see and do: the words of the policies, and how much they would find. */
export function AccessShown({ view }: { view: AccessView }): ReactElement {
  const t = useText();
  const roles = view.roles.map(({ role, organisationName }) =>
    organisationName === null
      ? t(`settings.role.${role}`)
      : t('access.for', { role: t(`settings.role.${role}`), organisation: organisationName }),
  );
  const title =
    view.name === null ? t('access.ofRole', { role: roles.join(', ') }) : t('access.of', { name: view.name });
  return (
    <>
      <Section title={title}>
        {view.name === null ? null : <Facts rows={[[t('access.as'), roles.join(', ')]]} />}
        <Permissions subjects={view.subjects} />
      </Section>
      {view.lists.length === 0 ? null : (
        <Section title={t('access.lists')}>
          <Counts lists={view.lists} />
          {view.lists.some(({ count }) => count === null) ? <p>{t('access.fewHelp')}</p> : null}
        </Section>
      )}
    </>
  );
}

function Permissions({ subjects }: { subjects: readonly Subject[] }): ReactElement {
  const t = useText();
  const { language } = useLanguage();
  const columns: Column<Subject>[] = [
    { key: 'label', header: t('access.thing'), isName: true, cell: ({ label }) => label[language] },
    {
      key: 'may',
      header: t('access.may'),
      cell: ({ rules, note }) => (
        <>
          {rules.length === 0 ? <span className="settings-soft">{t('access.nothing')}</span> : null}
          {rules.map(({ does, limits }) => (
            <span key={`${does.en}${limits?.en ?? ''}`} className="settings-rule">
              {does[language]}
              {limits === null ? null : `: ${limits[language]}`}
            </span>
          ))}
          {note === null ? null : <span className="settings-soft">{note[language]}</span>}
        </>
      ),
    },
  ];
  return <Table name={t('access.may')} columns={columns} rows={subjects} rowKey={({ subject }) => subject} />;
}

function Counts({ lists }: { lists: readonly List[] }): ReactElement {
  const t = useText();
  const f = useFormats();
  const { language } = useLanguage();
  const columns: Column<List>[] = [
    {
      key: 'label',
      header: t('access.list'),
      isName: true,
      cell: ({ label, names }) => (
        <>
          {label[language]}
          {names.length === 0 ? null : <span className="settings-soft">{names.join(', ')}</span>}
        </>
      ),
    },
    {
      key: 'count',
      header: t('access.count'),
      align: 'end',
      cell: ({ count }) => (count === null ? t('access.few') : f.number(count)),
    },
  ];
  return <Table name={t('access.lists')} columns={columns} rows={lists} rowKey={({ key }) => key} />;
}
