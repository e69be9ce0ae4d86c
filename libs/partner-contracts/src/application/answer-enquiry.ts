import { Injectable } from '@nestjs/common';
import type { AnswerEnquiry as Answer, ErrorCode } from '#libs/api-schema';
import { copenhagenDate, DomainError, newId } from '#libs/kernel';
import { actingPerson, type Actor, notFound, type Transaction, UnitOfWork } from '#libs/platform';
import { movesOpenTo, type Standing } from '../domain/enquiry-standing.js';
import {
  type Enquiry,
  type EnquiryMove,
  handOn,
  move,
  movesFrom,
  type Receiver,
  stepOfMove,
} from '../domain/enquiry.js';
import { EnquiryNotices } from './enquiry-notices.js';
import { EnquiryPartners } from './enquiry-partners.js';
import { enquiryLinks, standingsOf } from './enquiry-standings.js';
import { EnquiryRepository, type NewStep, type StoredEnquiry } from './enquiry.repository.js';
import { youngPerson } from './receive-enquiry.js';

const moveOfAnswer: Readonly<Record<Answer['kind'], EnquiryMove>> = {
  offer: 'offer',
  'hand-on-to-partner': 'hand-on',
  'hand-on-to-coordinator': 'hand-on',
  'ask-for-help': 'ask-for-help',
  accept: 'accept',
  decline: 'decline',
  'take-back': 'take-back',
};

interface Turn {
  readonly enquiry: StoredEnquiry;
  readonly standings: readonly Standing[];
  readonly by: Pick<NewStep, 'byName' | 'byId'>;
  /** Whether the partner that made the promise is the one who acts. */
  readonly byPartner: boolean;
  readonly stepId: string;
}

/** Everything that can be done to an enquiry after it was received; one at a time per enquiry. */
@Injectable()
export class AnswerEnquiry {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly enquiries: EnquiryRepository,
    private readonly partners: EnquiryPartners,
    private readonly notices: EnquiryNotices,
  ) {}

  /**
   * Offers, hands on, asks for help, accepts, declines or takes back.
   * @param id the enquiry, or null for the one the actor's link is about
   * @throws DomainError platform/not-found, enquiries/not-now, enquiries/not-your-turn, enquiries/…
   */
  async answer(actor: Actor, id: string | null, answer: Answer): Promise<void> {
    await this.act(actor, id, moveOfAnswer[answer.kind], async (tx, turn) => {
      switch (answer.kind) {
        case 'offer':
          return this.offer(tx, turn, answer);
        case 'hand-on-to-partner':
          return this.handOnToPartner(tx, turn, answer.partnerId);
        case 'hand-on-to-coordinator':
          return this.handOnToCoordinator(tx, turn, answer);
        case 'ask-for-help':
          return this.askForHelp(tx, turn, answer.note);
        case 'accept':
          return this.accept(tx, turn, answer);
        case 'decline':
        case 'take-back':
          return this.giveBack(tx, turn, answer.kind);
      }
    });
  }

  /** The young person no longer wants it. @throws DomainError as {@link answer} */
  async withdraw(actor: Actor, id: string | null): Promise<void> {
    await this.act(actor, id, 'withdraw', async (tx, turn) => {
      await this.write(tx, turn, move(turn.enquiry, 'withdraw', tx.now()), 'withdraw', {});
      const { partnerName } = turn.enquiry;
      await tx.append('enquiries.enquiry-withdrawn', subject(turn), { partnerName });
    });
  }

  private async act(
    actor: Actor,
    id: string | null,
    what: EnquiryMove,
    work: (tx: Transaction, turn: Turn) => Promise<void>,
  ): Promise<void> {
    await this.unitOfWork.actAs(actor, async (tx) => {
      const enquiryId = id ?? (await this.ofLink(tx, actor));
      const enquiry = enquiryId === null ? null : await this.enquiries.find(tx, enquiryId, true);
      if (enquiry === null) throw notFound();
      const standings = standingsOf(actor, enquiry);
      if (!movesOpenTo(enquiry, standings).includes(what))
        throw this.refusal(actor, enquiry, standings, what);
      const holds = standings.includes('holder');
      await work(tx, {
        enquiry,
        standings,
        by: whoActs(actor, enquiry, standings),
        byPartner: holds && enquiry.holderId === enquiry.partnerId,
        stepId: newId(),
      });
    });
  }

  private async ofLink(tx: Transaction, actor: Actor): Promise<string | null> {
    if (actor.kind !== 'link') return null;
    return actor.purpose === enquiryLinks.handOn
      ? this.enquiries.enquiryOfStep(tx, actor.subjectId)
      : actor.subjectId;
  }

  /** Somebody who only lost a race is told so; a stranger learns nothing. */
  private refusal(
    actor: Actor,
    enquiry: StoredEnquiry,
    standings: readonly Standing[],
    what: EnquiryMove,
  ): DomainError {
    if (standings.length === 0 && actor.kind !== 'link') return notFound();
    return movesFrom(enquiry.state).includes(what) && standings.length > 0
      ? new DomainError<ErrorCode>('enquiries/not-your-turn', {
          holder: enquiry.coordinator ?? enquiry.holderName,
        })
      : new DomainError<ErrorCode>('enquiries/not-now');
  }

  private async offer(
    tx: Transaction,
    turn: Turn,
    answer: Extract<Answer, { kind: 'offer' }>,
  ): Promise<void> {
    if (answer.startsOn !== undefined && answer.startsOn < copenhagenDate(tx.now()))
      throw new DomainError<ErrorCode>('enquiries/starts-in-the-past', {}, 'startsOn');
    const { place, startsOn, contactPerson, contactReach } = answer;
    await this.write(tx, turn, move(turn.enquiry, 'offer', tx.now(), turn.byPartner), 'offer', {
      place,
      startsOn,
      contactPerson,
      contactReach,
    });
    const { partnerName, holderName } = turn.enquiry;
    await tx.append('enquiries.place-offered', subject(turn), { partnerName, holderName });
    await this.notices.goodNews(tx, turn.enquiry, holderName, answer);
  }

  private async handOnToPartner(tx: Transaction, turn: Turn, partnerId: string): Promise<void> {
    const partner = await this.partners.find(tx, partnerId);
    if (partner === null) {
      const name = await this.partners.nameOf(tx, partnerId);
      if (name === null) throw notFound();
      throw new DomainError<ErrorCode>('enquiries/no-active-contract', { partner: name }, 'partnerId');
    }
    await this.handOn(tx, turn, { kind: 'partner', organisationId: partner.id }, partner.name, {
      toOrganisationId: partner.id,
    });
  }

  private async handOnToCoordinator(
    tx: Transaction,
    turn: Turn,
    { coordinator, name, email }: Extract<Answer, { kind: 'hand-on-to-coordinator' }>,
  ): Promise<void> {
    await this.handOn(tx, turn, { kind: 'coordinator', name }, name, {
      coordinatorKind: coordinator,
      coordinatorName: name,
      coordinatorEmail: email,
    });
  }

  private async handOn(
    tx: Transaction,
    turn: Turn,
    receiver: Receiver,
    receiverName: string,
    step: Partial<NewStep>,
  ): Promise<void> {
    const { enquiry } = turn;
    await this.write(
      tx,
      turn,
      handOn(enquiry, receiver, enquiry.declined, tx.now(), turn.byPartner),
      'hand-on',
      step,
    );
    const { partnerName, holderName } = enquiry;
    await tx.append('enquiries.enquiry-handed-on', subject(turn), { partnerName, holderName, receiverName });
    const { coordinatorName: name, coordinatorEmail: email } = step;
    const coordinator = name === undefined || email === undefined ? null : { name, email };
    await this.notices.handedOn(tx, await this.fresh(tx, enquiry.id), turn.stepId, coordinator);
  }

  private async askForHelp(tx: Transaction, turn: Turn, note: string): Promise<void> {
    await this.write(tx, turn, move(turn.enquiry, 'ask-for-help', tx.now(), turn.byPartner), 'ask-for-help', {
      note: note === '' ? undefined : note,
    });
    const { partnerName, holderName } = turn.enquiry;
    await tx.append('enquiries.help-wanted', subject(turn), { partnerName, holderName });
  }

  private async accept(
    tx: Transaction,
    turn: Turn,
    answer: Extract<Answer, { kind: 'accept' }>,
  ): Promise<void> {
    const { partnerName } = turn.enquiry;
    const receiverName = turn.enquiry.coordinator ?? turn.enquiry.holderName;
    const { contactPerson, contactReach } = answer;
    await this.write(tx, turn, move(turn.enquiry, 'accept', tx.now()), 'accept', {
      contactPerson,
      contactReach,
    });
    await tx.append('enquiries.hand-on-accepted', subject(turn), { partnerName, receiverName });
    await this.notices.goodNews(tx, turn.enquiry, receiverName, answer);
  }

  private async giveBack(tx: Transaction, turn: Turn, what: 'decline' | 'take-back'): Promise<void> {
    const { partnerName, giverName } = turn.enquiry;
    const receiverName = turn.enquiry.coordinator ?? turn.enquiry.holderName;
    await this.write(tx, turn, move(turn.enquiry, what, tx.now()), what, {});
    const type = what === 'decline' ? 'enquiries.hand-on-declined' : 'enquiries.hand-on-taken-back';
    await tx.append(type, subject(turn), { partnerName, receiverName, holderName: giverName ?? partnerName });
    if (what === 'take-back' && turn.standings.includes('giver')) return;
    await this.notices.returned(tx, await this.fresh(tx, turn.enquiry.id), turn.stepId, receiverName);
  }

  private async write(
    tx: Transaction,
    turn: Turn,
    next: Enquiry,
    what: EnquiryMove,
    step: Partial<NewStep>,
  ): Promise<void> {
    await this.enquiries.addStep(tx, turn.enquiry.id, {
      ...step,
      id: turn.stepId,
      kind: stepOfMove[what],
      ...turn.by,
    });
    await this.enquiries.save(tx, turn.enquiry.id, next);
  }

  private async fresh(tx: Transaction, id: string): Promise<StoredEnquiry> {
    const enquiry = await this.enquiries.find(tx, id, false);
    if (enquiry === null) throw notFound();
    return enquiry;
  }
}

function subject(turn: Turn): { kind: string; id: string } {
  return { kind: 'enquiry', id: turn.enquiry.id };
}

/** Partners act as their organisation, coordinators and staff by name, young people without one. */
function whoActs(actor: Actor, enquiry: StoredEnquiry, standings: readonly Standing[]): Turn['by'] {
  const inPlaceOf = actsAs(enquiry, standings);
  if (inPlaceOf !== null) return { byName: inPlaceOf, byId: null };
  return { byName: actor.kind === 'system' ? 'Rygrad' : actor.name, byId: actingPerson(actor) };
}

function actsAs(enquiry: StoredEnquiry, standings: readonly Standing[]): string | null {
  if (standings.includes('young-person')) return youngPerson;
  if (standings.includes('coordinator')) return enquiry.coordinator ?? enquiry.holderName;
  if (standings.includes('holder') && enquiry.handedOnById !== enquiry.holderId) return enquiry.holderName;
  return standings.includes('giver') ? (enquiry.giverName ?? enquiry.partnerName) : null;
}
