import { useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import type { z } from 'zod';
import {
  type Contract,
  counterSignContractInput,
  endContractInput,
  locales,
  resendContractInput,
  withdrawContractInput,
} from '#libs/api-schema';
import { useMe } from '../../api/session.js';
import { useAlliance } from '../../api/session.js';
import { useSend } from '../../api/use-api.js';
import {
  Button,
  type ButtonKind,
  ConfirmButton,
  DateField,
  Dialog,
  Form,
  SelectField,
  TextAreaField,
  TextField,
  useToast,
} from '../../kit/index.js';
import { languageNames } from '../../language/language-names.js';
import { useText } from '../../language/use-text.js';

interface Props {
  contract: Contract;
}

/** What the secretariat may do with the contract where it is now; one primary at a time. */
export function ContractActions({ contract }: Props): ReactElement {
  const { status } = contract;
  return (
    <>
      {status === 'draft' ? <SendNow contract={contract} /> : null}
      {status === 'signed' ? <CounterSign contract={contract} /> : null}
      {status === 'sent' ? <Resend contract={contract} /> : null}
      {(status === 'sent' || status === 'signed') &&
      contract.newestTemplateNumber > contract.templateNumber ? (
        <Revise contract={contract} />
      ) : null}
      {status === 'draft' || status === 'sent' || status === 'signed' ? (
        <Withdraw contract={contract} />
      ) : null}
      {status === 'active' ? <End contract={contract} /> : null}
    </>
  );
}

function useAction(action: string) {
  const alliance = useAlliance();
  const send = useSend('POST', `/api/v1/alliances/{allianceId}/contracts/{contractId}/${action}` as never);
  return (contract: Contract, body: unknown = {}): Promise<unknown> =>
    send.mutateAsync({ path: { allianceId: alliance.id, contractId: contract.id }, body });
}

function SendNow({ contract }: Props): ReactElement {
  const t = useText();
  const toast = useToast();
  const send = useAction('sending');
  return (
    <Button
      onClick={() => {
        void send(contract).then(
          () => {
            toast({ text: t('contracts.do.sent') });
          },
          () => undefined,
        );
      }}
    >
      {t('contracts.do.send')}
    </Button>
  );
}

function CounterSign({ contract }: Props): ReactElement {
  const t = useText();
  const me = useMe();
  const sign = useAction('counter-signature');
  return (
    <ActionDialog
      label={t('contracts.do.counterSign')}
      help={t('contracts.do.counterSignHelp')}
      kind="primary"
    >
      {(close) => (
        <Form
          schema={counterSignContractInput}
          defaultValues={{ name: me.data?.person.name ?? '', textHash: contract.textHash }}
          saveLabel={t('contracts.do.counterSign')}
          onSave={(values) => sign(contract, values)}
          onSaved={close}
          onCancel={close}
        >
          <TextField name="name" label={t('contracts.do.counterSignName')} autoComplete="name" required />
          <DateField
            name="startsOn"
            label={t('contracts.do.startsOn')}
            hint={t('contracts.do.startsOnHint')}
          />
        </Form>
      )}
    </ActionDialog>
  );
}

function Resend({ contract }: Props): ReactElement {
  const t = useText();
  const resend = useAction('resending');
  const values: z.input<typeof resendContractInput> =
    contract.recipient === null ? {} : { recipient: contract.recipient };
  return (
    <ActionDialog label={t('contracts.do.resend')} help={t('contracts.do.resendHelp')} kind="primary">
      {(close) => (
        <Form
          schema={resendContractInput}
          defaultValues={values}
          saveLabel={t('contracts.do.resend')}
          onSave={(body) => resend(contract, body)}
          onSaved={close}
          onCancel={close}
        >
          <TextField name="recipient.name" label={t('contracts.do.name')} required />
          <TextField name="recipient.email" type="email" label={t('contracts.do.email')} required />
          <SelectField
            name="recipient.locale"
            label={t('contracts.do.locale')}
            required
            options={locales.map((value) => ({ value, label: languageNames[value] }))}
          />
        </Form>
      )}
    </ActionDialog>
  );
}

function Revise({ contract }: Props): ReactElement {
  const t = useText();
  const revise = useAction('revision');
  return (
    <ConfirmButton
      label={t('contracts.do.revise')}
      title={t('contracts.do.revise')}
      onConfirm={() => revise(contract)}
    >
      <p>{t('contracts.do.reviseHelp')}</p>
    </ConfirmButton>
  );
}

function Withdraw({ contract }: Props): ReactElement {
  const t = useText();
  const withdraw = useAction('withdrawal');
  return (
    <ActionDialog label={t('contracts.do.withdraw')} help={t('contracts.do.withdrawHelp')}>
      {(close) => (
        <Form
          schema={withdrawContractInput}
          defaultValues={{ reason: '' }}
          saveLabel={t('contracts.do.withdraw')}
          onSave={(body) => withdraw(contract, body)}
          onSaved={close}
          onCancel={close}
        >
          <TextAreaField name="reason" label={t('contracts.do.reason')} rows={3} maxLength={500} required />
        </Form>
      )}
    </ActionDialog>
  );
}

function End({ contract }: Props): ReactElement {
  const t = useText();
  const end = useAction('ending');
  return (
    <ActionDialog label={t('contracts.do.end')} help={t('contracts.do.endHelp')}>
      {(close) => (
        <Form
          schema={endContractInput}
          defaultValues={{ reason: '' }}
          saveLabel={t('contracts.do.end')}
          onSave={(body) => end(contract, body)}
          onSaved={close}
          onCancel={close}
        >
          <DateField name="lastDay" label={t('contracts.do.lastDay')} required />
          <TextAreaField name="reason" label={t('contracts.do.reason')} rows={3} maxLength={500} required />
        </Form>
      )}
    </ActionDialog>
  );
}

interface ActionDialogProps {
  label: string;
  help: string;
  kind?: ButtonKind;
  children: (close: () => void) => ReactNode;
}

function ActionDialog({ label, help, kind = 'secondary', children }: ActionDialogProps): ReactElement {
  const [open, setOpen] = useState(false);
  const close = (): void => {
    setOpen(false);
  };
  return (
    <>
      <Button
        kind={kind}
        onClick={() => {
          setOpen(true);
        }}
      >
        {label}
      </Button>
      <Dialog open={open} title={label} onClose={close}>
        <p>{help}</p>
        {children(close)}
      </Dialog>
    </>
  );
}
