import { useState } from 'react';
import type { ReactElement } from 'react';
import { useAlliance } from '../../api/session.js';
import { useSend } from '../../api/use-api.js';
import { Button, ConfirmButton, useToast } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { HandOver } from './hand-over.js';
import { membersPath } from './people-paths.js';
import type { Member } from './people-settings.js';

interface MemberActionsProps {
  member: Member;
  people: readonly Member[];
  /** The first of the person's roles: partners are handed over there. */
  isFirst: boolean;
}

/** What the secretariat can do with one role: hand over its partners, let it rest, take it up again, end it. */
export function MemberActions({ member, people, isFirst }: MemberActionsProps): ReactElement {
  const t = useText();
  const [handing, setHanding] = useState(false);
  return (
    <div className="people-actions">
      {isFirst && member.ownedPartners > 0 ? (
        <Button
          kind="tertiary"
          onClick={() => {
            setHanding(true);
          }}
        >
          {t('people.handOver')}
        </Button>
      ) : null}
      {member.pausedBecause === null ? <Pause member={member} /> : null}
      {member.pausedBecause === 'person' ? <Resume member={member} /> : null}
      <End member={member} />
      <HandOver
        from={member}
        people={people}
        open={handing}
        onClose={() => {
          setHanding(false);
        }}
      />
    </div>
  );
}

function Pause({ member }: { member: Member }): ReactElement {
  const t = useText();
  const toast = useToast();
  const { id } = useAlliance();
  const { name, ownedPartners: count } = member;
  const pause = useSend('POST', '/api/v1/alliances/{allianceId}/members/{memberId}/pause', {
    freshens: [membersPath],
    onDone: () => {
      toast({ text: t('people.pausedNow') });
    },
  });
  return (
    <ConfirmButton
      kind="tertiary"
      label={t('people.pause')}
      title={t('people.pauseTitle', { name })}
      onConfirm={() => pause.mutateAsync({ path: { allianceId: id, memberId: member.id } })}
    >
      <p>{t('people.pauseText', { name, role: t(`settings.role.${member.role}`) })}</p>
      {count > 0 ? <p>{t('people.pauseOwned', { name, count })}</p> : null}
    </ConfirmButton>
  );
}

function Resume({ member }: { member: Member }): ReactElement {
  const t = useText();
  const toast = useToast();
  const { id } = useAlliance();
  const resume = useSend('POST', '/api/v1/alliances/{allianceId}/members/{memberId}/resume', {
    freshens: [membersPath],
    onDone: () => {
      toast({ text: t('people.resumed', { name: member.name }) });
    },
  });
  return (
    <Button
      kind="tertiary"
      busy={resume.isPending}
      onClick={() => {
        resume.mutate({ path: { allianceId: id, memberId: member.id } });
      }}
    >
      {t('people.resume')}
    </Button>
  );
}

function End({ member }: { member: Member }): ReactElement {
  const t = useText();
  const toast = useToast();
  const { id } = useAlliance();
  const { name, ownedPartners: count } = member;
  const end = useSend('DELETE', '/api/v1/alliances/{allianceId}/members/{memberId}', {
    freshens: [membersPath],
    onDone: () => {
      toast({ text: t('people.ended') });
    },
  });
  return (
    <ConfirmButton
      kind="tertiary"
      label={t('people.end')}
      title={t('people.endTitle', { name })}
      onConfirm={() => end.mutateAsync({ path: { allianceId: id, memberId: member.id } })}
    >
      <p>{t('people.endText', { name, role: t(`settings.role.${member.role}`) })}</p>
      {count > 0 ? <p>{t('people.endOwned', { name, count })}</p> : null}
    </ConfirmButton>
  );
}
