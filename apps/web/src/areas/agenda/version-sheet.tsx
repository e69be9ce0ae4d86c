import type { ReactElement, ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import type { AgendaOverview, AgendaVersion } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { Button, ButtonLink, Notice, Page, Section, Table } from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import { ThingHistory } from '../history/thing-history.js';
import { Adoption, AskedOfMe } from './adoption.js';
import { DraftButton } from './draft-button.js';
import { AgendaText } from './agenda-text.js';
import { VersionSteps } from './version-steps.js';
import { VersionStatus } from './version-status.js';
import './agenda.css';

interface VersionSheetProps {
  version: AgendaVersion;
  agenda: AgendaOverview;
  /** The version has a page of its own, below the agenda. */
  own?: boolean;
  children?: ReactNode;
}

/** A version as one page that can be printed: its text, who has adopted it, and the other versions. */
export function VersionSheet({ version, agenda, own, children }: VersionSheetProps): ReactElement {
  const t = useText();
  const { slug } = useAlliance();
  const before = agenda.versions.find(({ number, state }) => number < version.number && state !== 'draft');
  return (
    <Page
      title={version.content.title}
      breadcrumbs={own ? [{ label: t('agenda.shared'), to: `/a/${slug}/dagsorden` }] : []}
      actions={
        <>
          {version.may.edit ? (
            <ButtonLink to={`/a/${slug}/dagsorden/${version.id}/ret`}>{t('agenda.edit')}</ButtonLink>
          ) : null}
          <VersionSteps version={version} replaces={agenda.inForceId !== null} />
          {agenda.mayDraft && version.state === 'adopted' ? (
            <DraftButton label={t('agenda.newVersion')} kind="secondary" />
          ) : null}
          <Button
            kind="secondary"
            onClick={() => {
              window.print();
            }}
          >
            {t('agenda.print')}
          </Button>
        </>
      }
    >
      <State version={version} />
      {children}
      <Remarks version={version} />
      <AskedOfMe version={version} />
      <div className="agenda-sheet">
        <AgendaText version={version} />
        {version.tally.asked > 0 ? <Adoption version={version} /> : null}
        <Versions
          agenda={agenda}
          shown={version.id}
          difference={
            before === undefined ? null : (
              <Link to={`/a/${slug}/dagsorden/${version.id}/forskel?fra=${before.id}`}>
                {t('agenda.seeDifference', { number: before.number })}
              </Link>
            )
          }
        />
      </div>
      <ThingHistory kind="agenda" id={version.id} />
    </Page>
  );
}

function State({ version }: { version: AgendaVersion }): ReactElement {
  const t = useText();
  const f = useFormats();
  const since =
    version.adoptedAt !== null
      ? t('agenda.since.adopted', { date: f.date(version.adoptedAt) })
      : version.state === 'consultation' && version.putOutAt !== null
        ? t('agenda.since.consultation', { date: f.date(version.putOutAt) })
        : t('agenda.since.draft', { date: f.date(version.createdAt) });
  return (
    <p className="agenda-state">
      <span>{t('agenda.version', { number: version.number })}</span>
      <VersionStatus state={version.state} />
      <span>{since}</span>
    </p>
  );
}

function Remarks({ version }: { version: AgendaVersion }): ReactElement {
  const t = useText();
  return (
    <>
      {version.state === 'draft' && version.takenBackReason !== '' ? (
        <Notice title={t('agenda.takenBack')}>
          <p>{version.takenBackReason}</p>
        </Notice>
      ) : null}
      {version.adoptedDespite === '' ? null : (
        <Notice title={t('agenda.adoptedDespite')}>
          <p>{version.adoptedDespite}</p>
        </Notice>
      )}
    </>
  );
}

interface VersionsProps {
  agenda: AgendaOverview;
  shown: string;
  difference: ReactNode;
}

function Versions({ agenda, shown, difference }: VersionsProps): ReactElement | null {
  const t = useText();
  const f = useFormats();
  const { slug } = useAlliance();
  if (agenda.versions.length < 2) return null;
  return (
    <div className="agenda-versions">
      <Section title={t('agenda.versions')} actions={difference}>
        <Table
          name={t('agenda.versions')}
          rows={agenda.versions}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'number',
              header: t('agenda.versionColumn'),
              isName: true,
              cell: ({ id, number }) =>
                id === shown ? (
                  <span aria-current="page">{t('agenda.version', { number })}</span>
                ) : (
                  <Link to={`/a/${slug}/dagsorden/${id}`}>{t('agenda.version', { number })}</Link>
                ),
            },
            {
              key: 'state',
              header: t('agenda.stateColumn'),
              cell: ({ state }) => <VersionStatus state={state} />,
            },
            {
              key: 'date',
              header: t('agenda.date'),
              align: 'end',
              cell: ({ adoptedAt, putOutAt, createdAt }) =>
                adoptedAt !== null
                  ? t('agenda.since.adopted', { date: f.date(adoptedAt) })
                  : t('agenda.since.draft', { date: f.date(putOutAt ?? createdAt) }),
            },
          ]}
        />
      </Section>
    </div>
  );
}
