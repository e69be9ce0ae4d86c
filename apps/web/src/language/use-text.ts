import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { MessageId } from '../messages.js';

/** What a text's placeholders may be filled with. */
export type TextValues = Readonly<Record<string, string | number | Date>>;

/** Gives the text of a key in the person's language; a key that does not exist is a compile error. */
export type Text = (id: MessageId, values?: TextValues) => string;

/** The function components use for every visible text. */
export function useText(): Text {
  const intl = useIntl();
  return useCallback<Text>((id, values) => intl.formatMessage({ id }, values), [intl]);
}
