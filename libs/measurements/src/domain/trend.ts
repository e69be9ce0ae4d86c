import type { Direction, Movement } from '#libs/api-schema';

/**
 * Which way a figure moved, judged by the direction: a falling figure is progress when it should fall, and a
 * step the wrong way is a setback, never "0 % progress".
 */
export function movement(direction: Direction, before: number, after: number): Movement {
  if (before === after) return 'unchanged';
  return after > before === (direction === 'should_rise') ? 'progress' : 'setback';
}

/**
 * How far from the starting value to the target, in percent with one decimal: 0 at the start, 100 at the
 * target, above 100 beyond it, negative when it went the wrong way. Null when start and target are the same,
 * for then there is no way to go.
 */
export function towardsTarget(baseline: number, target: number, now: number): number | null {
  if (baseline === target) return null;
  return Math.round((1000 * (now - baseline)) / (target - baseline)) / 10;
}
