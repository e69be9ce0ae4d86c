import type { ReactElement } from 'react';
import type { Installation } from '#libs/api-schema';
import { useApi } from '../../api/use-api.js';
import { Facts, Loaded, Notice, Page, Section, Table } from '../../kit/index.js';
import type { Column } from '../../kit/index.js';
import { useLanguage } from '../../language/language-provider.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import { bytesInWords } from './bytes.js';
import { MailTest } from './mail-test.js';
import './administration.css';

type Setting = Installation['settings'][number];

/** How the installation is: its parts, its mail, and every setting in force. */
export function InstallationPage(): ReactElement {
  const t = useText();
  const query = useApi<Installation>('/api/v1/admin/installation');
  return (
    <Page title={t('administration.installation')}>
      <Loaded query={query}>
        {(installation) => (
          <>
            <State installation={installation} />
            <Section title={t('administration.mail')}>
              <Facts
                rows={[
                  [t('administration.mailFrom'), installation.mail.from],
                  [t('administration.mailMode'), t(`administration.mode.${installation.mail.mode}`)],
                ]}
              />
              {installation.mail.mode === 'screen' ? <p>{t('administration.mailScreenHelp')}</p> : null}
              <MailTest />
            </Section>
            <Section title={t('administration.settings')}>
              <p>{t('administration.settingsHelp')}</p>
              <Settings settings={installation.settings} />
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function State({ installation }: { installation: Installation }): ReactElement {
  const t = useText();
  const f = useFormats();
  const { database, disk, version, node } = installation;
  const size = (bytes: number): string => bytesInWords(bytes, f.number);
  const databaseWords = t(
    database.isEmbedded ? 'administration.databaseEmbedded' : 'administration.databaseOwn',
    { version: database.version, size: size(database.bytes) },
  );
  const diskWords =
    disk === null
      ? t('administration.diskUnknown')
      : t('administration.diskFree', { free: size(disk.freeBytes), total: size(disk.totalBytes) });
  return (
    <Section title={t('administration.state')}>
      <Facts
        rows={[
          [t('administration.address'), installation.publicUrl],
          [t('administration.version'), t('administration.versionOn', { version, node })],
          [t('administration.startedAt'), f.dateTime(installation.startedAt)],
          [t('administration.database'), databaseWords],
          [t('administration.migration'), database.latestMigration],
          [t('administration.disk'), diskWords],
          [t('administration.jobsBy'), t(`administration.by.${installation.jobs.by}`)],
        ]}
      />
      {disk !== null && disk.freeBytes < disk.totalBytes / 10 ? (
        <Notice kind="warning">
          <p>{t('administration.diskLow')}</p>
        </Notice>
      ) : null}
    </Section>
  );
}

function Settings({ settings }: { settings: readonly Setting[] }): ReactElement {
  const t = useText();
  const { language } = useLanguage();
  const columns: Column<Setting>[] = [
    {
      key: 'name',
      header: t('administration.setting'),
      isName: true,
      cell: ({ name, explains }) => (
        <>
          <code>{name}</code>
          <span className="administration-note">{explains[language]}</span>
        </>
      ),
    },
    {
      key: 'value',
      header: t('administration.value'),
      cell: ({ value, isSecret, source }) =>
        value === null ? (
          <span className="administration-soft">
            {t(isSecret && source !== 'unset' ? 'administration.hidden' : 'administration.none')}
          </span>
        ) : (
          <code className="administration-value">{value}</code>
        ),
    },
    {
      key: 'source',
      header: t('administration.source'),
      cell: ({ source }) => t(`administration.source.${source}`),
    },
  ];
  return (
    <Table
      name={t('administration.settings')}
      columns={columns}
      rows={settings}
      rowKey={({ name }) => name}
    />
  );
}
