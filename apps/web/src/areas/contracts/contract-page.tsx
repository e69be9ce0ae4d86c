import { useEffect } from 'react';
import type { ReactElement } from 'react';
import { Link } from '@tanstack/react-router';
import type { Contract } from '#libs/api-schema';
import { useAlliance, useHasRole } from '../../api/session.js';
import { useApi } from '../../api/use-api.js';
import { Facts, Loaded, Notice, Page, Section, Table, useRouteParams } from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import { ThingLinks } from '../links/thing-links.js';
import { ThingHistory } from '../history/thing-history.js';
import { ContractActions } from './contract-actions.js';
import { ContractStatusMark, MailStateMark } from './contract-status.js';
import { ContractText, ContractPromises } from './contract-text.js';
import { contractRoute } from './routes.js';
import './contracts.css';

/** One contract: where it is, what was promised, who signed, what became of its mails. It follows along by itself. */
export function ContractPage(): ReactElement {
  const alliance = useAlliance();
  const { contractId } = useRouteParams(contractRoute) as { contractId: string };
  const contract = useApi<Contract>('/api/v1/alliances/{allianceId}/contracts/{contractId}', {
    path: { allianceId: alliance.id, contractId },
  });
  useLookAgain(isUnsettled(contract.data), contract.refetch);
  return <Loaded query={contract}>{(shown) => <Shown contract={shown} />}</Loaded>;
}

/** A mail on its way or a document being sealed: what becomes of it is no event of the alliance's feed. */
function isUnsettled(contract: Contract | undefined): boolean {
  if (contract === undefined) return false;
  const isOnItsWay = contract.messages.some(({ state }) => state === 'pending' || state === 'sending');
  return isOnItsWay || contract.document === 'sealing';
}

function useLookAgain(isNeeded: boolean, look: () => Promise<unknown>): void {
  useEffect(() => {
    if (!isNeeded) return undefined;
    const timer = setInterval(() => void look(), 2500);
    return () => {
      clearInterval(timer);
    };
  }, [isNeeded, look]);
}

interface Props {
  contract: Contract;
}

function Shown({ contract }: Props): ReactElement {
  const t = useText();
  const alliance = useAlliance();
  const isSecretariat = useHasRole('secretariat');
  const base = `/a/${alliance.slug}/kontrakter`;
  return (
    <Page
      title={contract.organisationName}
      breadcrumbs={[{ label: t('contracts.title'), to: base }]}
      actions={isSecretariat ? <ContractActions contract={contract} /> : null}
      lead={<ContractStatusMark status={contract.status} />}
    >
      <DocumentNotice contract={contract} />
      <MainFacts contract={contract} />
      <ContractPromises contract={contract} />
      <Signatures contract={contract} />
      {isSecretariat ? <Mails contract={contract} /> : null}
      {isSecretariat ? <ThingLinks kind="contract" id={contract.id} /> : null}
      <Timeline contract={contract} />
      <ContractText contract={contract} />
      <ThingHistory kind="contract" id={contract.id} />
    </Page>
  );
}

function DocumentNotice({ contract }: Props): ReactElement | null {
  const t = useText();
  const alliance = useAlliance();
  if (contract.document === 'none') return null;
  if (contract.document === 'sealing') {
    return (
      <Notice kind="info">
        <p>{t('contracts.one.sealing')}</p>
      </Notice>
    );
  }
  const href = `/api/v1/alliances/${alliance.id}/contracts/${contract.id}/document.pdf`;
  return (
    <Notice
      kind="success"
      actions={
        <a className="button button-secondary" href={href} target="_blank" rel="noreferrer">
          {t('contracts.one.open')}
        </a>
      }
    >
      <p>{t(contract.status === 'signed' ? 'contracts.one.sealed.receipt' : 'contracts.one.sealed.final')}</p>
    </Notice>
  );
}

function MainFacts({ contract }: Props): ReactElement {
  const t = useText();
  const f = useFormats();
  const alliance = useAlliance();
  const { recipient, startsOn, endsOn } = contract;
  const isOpen = contract.status === 'draft' || contract.status === 'sent';
  const isNewer = contract.newestTemplateNumber > contract.templateNumber;
  return (
    <Facts
      rows={[
        [
          t('contracts.partner'),
          <Link key="partner" to={`/a/${alliance.slug}/partnere/${contract.organisationId}`}>
            {contract.organisationName}
          </Link>,
        ],
        [t('contracts.answerBy'), isOpen ? f.date(contract.answerBy) : null],
        [
          t('contracts.one.term'),
          startsOn !== null && endsOn !== null
            ? t('contracts.one.termDates', { from: f.date(startsOn), to: f.date(endsOn) })
            : null,
        ],
        [t('contracts.templates.response'), t('contracts.templates.days', { count: contract.responseDays })],
        [t('contracts.one.recipient'), recipient === null ? null : `${recipient.name}, ${recipient.email}`],
        [t('contracts.one.sender'), contract.senderName],
        [
          t('contracts.template'),
          <>
            {t('contracts.one.templateVersion', {
              name: contract.templateName,
              number: contract.templateNumber,
            })}
            {isNewer ? ` ${t('contracts.one.newer', { number: contract.newestTemplateNumber })}` : null}
          </>,
        ],
        [t('contracts.wizard.message'), contract.message],
      ]}
    />
  );
}

function Signatures({ contract }: Props): ReactElement {
  const t = useText();
  const f = useFormats();
  return (
    <Section title={t('contracts.one.signatures')}>
      <Facts
        rows={(['partner', 'secretariat'] as const).map((side) => {
          const signature = contract.signatures.find((each) => each.side === side);
          return [
            t(`contracts.one.side.${side}`),
            signature === undefined
              ? t('contracts.one.missing')
              : `${signature.name}, ${f.dateTime(signature.signedAt)}, ${t(`contracts.one.by.${signature.identifiedBy}`)}`,
          ] as const;
        })}
      />
    </Section>
  );
}

function Mails({ contract }: Props): ReactElement {
  const t = useText();
  const f = useFormats();
  return (
    <Section title={t('contracts.one.mails')}>
      {contract.messages.length === 0 ? (
        <p>{t('contracts.one.noMails')}</p>
      ) : (
        <Table
          name={t('contracts.one.mails')}
          rows={contract.messages}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'kind',
              header: t('contracts.one.mail.kind'),
              isName: true,
              cell: (row) => t(`contracts.one.kind.${row.kind}`),
            },
            {
              key: 'to',
              header: t('contracts.one.mail.to'),
              cell: (row) => `${row.recipientName}, ${row.recipientEmail}`,
            },
            {
              key: 'state',
              header: t('contracts.one.mail.state'),
              cell: (row) => <MailStateMark state={row.state} />,
            },
            {
              key: 'at',
              header: t('contracts.one.mail.at'),
              cell: (row) => f.dateTime(row.sentAt ?? row.createdAt),
            },
          ]}
        />
      )}
    </Section>
  );
}

const knownSteps = [
  'drafted',
  'sent',
  'resent',
  'passed-on',
  'revised',
  'signed',
  'counter-signed',
  'sealed',
  'withdrawn',
  'voided',
  'ended',
  'expired',
] as const;

function Timeline({ contract }: Props): ReactElement {
  const t = useText();
  const f = useFormats();
  return (
    <Section title={t('contracts.one.timeline')}>
      <ol className="contracts-timeline">
        {contract.steps.map((step, index) => {
          const known = knownSteps.find((each) => each === step.type);
          return (
            <li key={`${step.type}-${String(index)}`}>
              <strong>{known === undefined ? step.type : t(`contracts.one.step.${known}`)}</strong>
              <br />
              <span className="contracts-soft">
                {f.dateTime(step.at)}
                {step.by === null ? null : `, ${step.by}`}
              </span>
              {step.note === null ? null : <p>{step.note}</p>}
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
