import { useEffect, useRef } from 'react';
import type { RoomState } from '#libs/api-schema';
import { useAnnounce } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import type { Text } from '../../language/use-text.js';
import type { Room } from './room-context.js';

/** Says to screen readers what others see happen: a new item, who speaks, rounds, decisions, actions. */
export function useRoomVoice({ state, meeting }: Room): void {
  const t = useText();
  const announce = useAnnounce();
  const before = useRef(state);
  useEffect(() => {
    const said = whatIsNew(before.current, state, meeting.items, t);
    before.current = state;
    if (said.length > 0) announce(said.join(' '));
  }, [state, meeting.items, announce, t]);
}

function whatIsNew(
  old: RoomState,
  now: RoomState,
  items: readonly { id: string; title: string }[],
  t: Text,
): string[] {
  const said: string[] = [];
  const item = items.find(({ id }) => id === now.currentItemId);
  if (now.currentItemId !== old.currentItemId && item)
    said.push(t('meetings.room.said.item', { title: item.title }));
  if (now.speaking !== null && now.speaking.personId !== old.speaking?.personId)
    said.push(t('meetings.room.speaking', { name: now.speaking.name }));
  const states = new Map(old.proposals.map((one) => [one.proposalId, one.state]));
  for (const { proposalId, state, text } of now.proposals) {
    if (states.get(proposalId) === state) continue;
    if (state === 'in-round') said.push(t('meetings.room.said.round'));
    if (state === 'adopted') said.push(t('meetings.room.said.adopted', { text }));
    if (state === 'blocked') said.push(t('meetings.room.said.blocked'));
  }
  for (const action of now.actions.slice(old.actions.length))
    said.push(t('meetings.room.said.action', { name: action.owner.name, title: action.title }));
  return said;
}
