/** Shows the person how to confirm who they are. @returns whether they did */
export type AskToConfirm = () => Promise<boolean>;

let ask: AskToConfirm | undefined;
let asking: Promise<boolean> | undefined;

/** Says how people are asked to confirm who they are; the frame does it once. Returns the way to take it back. */
export function answerConfirmations(how: AskToConfirm): () => void {
  ask = how;
  return () => {
    if (ask === how) ask = undefined;
  };
}

/** Asks the person to confirm who they are, once for all that wait for it. */
export function askToConfirm(): Promise<boolean> {
  asking ??= (ask?.() ?? Promise.resolve(false)).finally(() => {
    asking = undefined;
  });
  return asking;
}
