import { askToConfirm } from './ask-to-confirm.js';
import { callApi } from './client.js';

/**
 * Before going to an address that needs a confirmed session, such as a file to download: asks for the confirmation if
 * it is needed. Calls of the API do it by themselves.
 * @returns false when the person turned back
 */
export async function confirmIdentity(): Promise<boolean> {
  const { confirmedUntil } = await callApi<{ confirmedUntil: string | null }>('GET', '/api/v1/me/step-up');
  // Half a minute to spare for what is about to be asked.
  if (confirmedUntil !== null && Date.parse(confirmedUntil) - Date.now() > 30_000) return true;
  return askToConfirm();
}
