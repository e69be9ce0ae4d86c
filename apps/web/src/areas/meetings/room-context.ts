import { createContext, use } from 'react';
import type { AgendaItemView, MeetingDetailView, RoomCommandInput, RoomState } from '#libs/api-schema';
import type { RoomView } from './room-link.js';

/** What every part of the room shows from and speaks to. */
export interface Room {
  readonly meeting: MeetingDetailView;
  readonly view: RoomView;
  readonly state: RoomState;
  readonly you: { readonly personId: string; readonly chair: boolean; readonly voice: boolean };
  /** The item everybody is at, or null before the first. */
  readonly item: AgendaItemView | null;
  /** Resolves once it is stored; rejects with a ProblemError that says why not. */
  readonly send: (command: RoomCommandInput) => Promise<void>;
  /** As `send`, for buttons: a refusal is shown at the foot of the page. */
  readonly tell: (command: RoomCommandInput) => void;
  /** What was typed and not sent yet, by place: it survives that the chair moves on and back. */
  readonly drafts: Map<string, string>;
}

/** The room around. */
export const RoomContext = createContext<Room | null>(null);

/** The room that is shown. Use only below RoomContext. */
export function useTheRoom(): Room {
  const room = use(RoomContext);
  if (!room) throw new Error('useTheRoom outside a room');
  return room;
}
