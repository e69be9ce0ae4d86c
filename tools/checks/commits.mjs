/** Conventional Commits over the log: `type(scope): what`. */
import { runChild } from '../children.mjs';
import { root } from '../prepare/fingerprint.mjs';

const shape =
  /^(feat|fix|perf|refactor|docs|test|build|ci|chore|style|revert)(\([a-z0-9, -]+\))?!?: \S.{0,149}$/;

/** Answers the subjects that do not fit; a copy without a git log has none. */
export async function checkCommits() {
  const { code, output } = await runChild('git', ['log', '--no-merges', '--format=%h %s'], { cwd: root });
  if (code !== 0) return undefined;
  const wrong = output
    .split('\n')
    .filter((line) => line !== '')
    .filter((line) => !shape.test(line.slice(line.indexOf(' ') + 1)));
  return wrong.length === 0
    ? undefined
    : `Not "type(scope): what" in at most 150 signs:\n${wrong.join('\n')}`;
}
