import { randomId } from '../../api/random-id.js';
import type { Socket } from 'socket.io-client';
import type {
  CommandAccepted,
  JoinedRoom,
  RoomCommandInput,
  RoomEvent,
  RoomPerson,
  RoomStanding,
  RoomState,
} from '#libs/api-schema';
import { emptyRoom, receiveRoomEvents, roomTopics } from '#libs/api-schema';
import type { LiveState } from '../../api/feed.js';
import { ProblemError } from '../../api/problem.js';
import type { Acknowledgement } from '../../api/socket.js';

/** A command on its way: it stays here until the server has said that it is stored, or why not. */
export interface PendingCommand {
  readonly commandId: string;
  readonly command: RoomCommandInput;
  readonly accepted: () => void;
  readonly refused: (error: ProblemError) => void;
}

/** What the page knows of its room at a moment. */
export interface RoomView {
  readonly link: LiveState;
  /** null until the room was entered for the first time. */
  readonly state: RoomState | null;
  readonly you: RoomStanding | null;
  readonly present: readonly RoomPerson[];
  readonly pending: readonly PendingCommand[];
  /** Something was sent from here, and all of it is stored. */
  readonly hasSaved: boolean;
  /** How far the server's clock is ahead of this device's, in milliseconds. */
  readonly clockAhead: number;
  /** Why the room cannot be entered. */
  readonly refusal: { readonly code: string; readonly message: string } | null;
  /** The person may no longer be here. */
  readonly isShut: boolean;
}

const refusal = ({ code, message }: { code: string; message: string }): ProblemError =>
  new ProblemError({ status: 409, code, title: message });

const patience = 6_000;
const pause = 1_500;

/**
 * One room over the shared connection. After a cut it says the last number it has and gets exactly the rest; what was
 * written meanwhile is sent again under its own mark until the server has answered, so that it is stored once.
 */
export class RoomLink {
  private view: RoomView = {
    link: 'connecting',
    state: null,
    you: null,
    present: [],
    pending: [],
    hasSaved: false,
    clockAhead: 0,
    refusal: null,
    isShut: false,
  };
  private readonly listeners = new Set<() => void>();
  private early: RoomEvent[] = [];
  private isJoining = false;
  private isSending = false;
  private retry: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly socket: Socket,
    private readonly meetingId: string,
  ) {}

  /** For useSyncExternalStore. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** For useSyncExternalStore. */
  readonly current = (): RoomView => this.view;

  /** Enters the room, now and after every cut. */
  start(): void {
    this.socket.on('connect', this.join);
    this.socket.on('disconnect', this.onCut);
    this.socket.on('connect_error', this.onCut);
    this.socket.on(roomTopics.events, this.onEvents);
    this.socket.on(roomTopics.presence, this.onPresence);
    this.socket.on(roomTopics.shut, this.onShut);
    // The device knows of a lost network long before the connection does.
    window.addEventListener('offline', this.onCut);
    window.addEventListener('online', this.onNetwork);
    if (this.socket.connected) this.join();
  }

  /** Leaves the room. */
  stop(): void {
    clearTimeout(this.retry);
    this.socket.off('connect', this.join);
    this.socket.off('disconnect', this.onCut);
    this.socket.off('connect_error', this.onCut);
    this.socket.off(roomTopics.events, this.onEvents);
    this.socket.off(roomTopics.presence, this.onPresence);
    this.socket.off(roomTopics.shut, this.onShut);
    window.removeEventListener('offline', this.onCut);
    window.removeEventListener('online', this.onNetwork);
    if (this.socket.connected) this.socket.emit(roomTopics.leave, { meetingId: this.meetingId });
  }

  /**
   * Asks the room for something and repeats it until there is an answer: resolves once it is stored, rejects with what the
   * server said against it.
   */
  send(command: RoomCommandInput): Promise<void> {
    return new Promise((accepted, refused) => {
      const commandId = randomId();
      this.show({ pending: [...this.view.pending, { commandId, command, accepted, refused }] });
      void this.sendNext();
    });
  }

  private show(change: Partial<RoomView>): void {
    this.view = { ...this.view, ...change };
    for (const listener of this.listeners) listener();
  }

  private readonly onCut = (): void => {
    if (this.view.state !== null) this.show({ link: 'reconnecting' });
  };

  private readonly onNetwork = (): void => {
    if (this.socket.connected) this.join();
    else this.socket.connect();
  };

  private readonly onPresence = (pushed: { meetingId: string; present: RoomPerson[] }): void => {
    if (pushed.meetingId === this.meetingId) this.show({ present: pushed.present });
  };

  private readonly onShut = (pushed: { meetingId: string }): void => {
    if (pushed.meetingId !== this.meetingId) return;
    this.show({ isShut: true });
    void this.sendNext();
  };

  private readonly onEvents = (pushed: { meetingId: string; events: RoomEvent[] }): void => {
    if (pushed.meetingId !== this.meetingId) return;
    if (this.isJoining) this.early.push(...pushed.events);
    else this.receive(pushed.events);
  };

  private receive(events: readonly RoomEvent[]): void {
    const heard = receiveRoomEvents(this.view.state ?? emptyRoom, events);
    if (heard.state !== this.view.state) this.show({ state: heard.state });
    if (heard.missingAfter !== null) this.join();
  }

  private readonly join = (): void => {
    if (!this.isJoining) void this.enter();
  };

  private async enter(): Promise<void> {
    clearTimeout(this.retry);
    this.isJoining = true;
    const after = this.view.state?.sequence ?? null;
    const answer = await this.ask<JoinedRoom>(roomTopics.join, { meetingId: this.meetingId, after });
    this.isJoining = false;
    if (answer === null) {
      this.again();
      return;
    }
    if (!answer.ok) {
      this.show({ refusal: { code: answer.code, message: answer.message } });
      return;
    }
    const { state, events, you, present, now } = answer.value;
    const clockAhead = Date.parse(now) - Date.now();
    this.show({
      link: 'live',
      you,
      present,
      clockAhead,
      refusal: null,
      ...(state === null ? {} : { state }),
    });
    this.receive([...events, ...this.early.splice(0)]);
    void this.sendNext();
  }

  private async sendNext(): Promise<void> {
    const [next] = this.view.pending;
    if (next === undefined || this.isSending || this.view.link !== 'live') return;
    this.isSending = true;
    const { commandId, command } = next;
    const asked = { meetingId: this.meetingId, commandId, command };
    const answer = await this.ask<CommandAccepted>(roomTopics.command, asked);
    this.isSending = false;
    if (answer === null) {
      this.again();
      return;
    }
    this.show({ pending: this.view.pending.filter((one) => one.commandId !== commandId) });
    if (answer.ok) {
      this.show({ hasSaved: true });
      this.receive(answer.value.events);
      next.accepted();
    } else next.refused(refusal(answer));
    void this.sendNext();
  }

  /** Asks and waits; null when no answer came. */
  private async ask<Value>(topic: string, payload: object): Promise<Acknowledgement<Value> | null> {
    try {
      return (await this.socket.timeout(patience).emitWithAck(topic, payload)) as Acknowledgement<Value>;
    } catch {
      return null;
    }
  }

  /** No answer on a connection that seems to stand: enter again in a while. A connection that is cut enters by itself. */
  private again(): void {
    if (this.view.state !== null) this.show({ link: 'reconnecting' });
    clearTimeout(this.retry);
    this.retry = setTimeout(() => {
      if (this.socket.connected) this.join();
    }, pause);
  }
}
