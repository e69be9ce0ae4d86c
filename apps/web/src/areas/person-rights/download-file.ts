import { askToConfirm } from '../../api/ask-to-confirm.js';
import { problemFrom } from '../../api/problem.js';

/**
 * Gets a file and gives it to the browser to keep. Where the server wants to know again who it is, the person is asked.
 * @throws ProblemError
 */
export async function downloadFile(address: string, fileName: string): Promise<void> {
  let answer = await get(address);
  if (answer.status === 403 && (await codeOf(answer.clone())) === 'platform/step-up-needed')
    if (await askToConfirm()) answer = await get(address);
  if (!answer.ok) throw problemFrom(answer.status, await answer.json().catch(() => undefined));
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await answer.blob());
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
}

function get(address: string): Promise<Response> {
  return fetch(address, { credentials: 'same-origin', headers: { accept: '*/*' } });
}

async function codeOf(answer: Response): Promise<unknown> {
  const problem: unknown = await answer.json().catch(() => undefined);
  return typeof problem === 'object' && problem !== null && 'code' in problem ? problem.code : undefined;
}
