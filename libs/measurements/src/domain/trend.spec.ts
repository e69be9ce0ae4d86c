import { movement, towardsTarget } from './trend.js';

describe('which way a figure moves', () => {
  it('is progress when a falling NEET share falls', () => {
    expect(movement('should_fall', 12, 9)).toBe('progress');
  });

  it('is a setback when it rises though it should fall', () => {
    expect(movement('should_fall', 9, 12)).toBe('setback');
  });

  it('is progress when a share that should rise rises, and nothing when it stands still', () => {
    expect(movement('should_rise', 60, 61)).toBe('progress');
    expect(movement('should_rise', 60, 60)).toBe('unchanged');
  });
});

describe('the way to the target', () => {
  it('is half done half-way down as well as half-way up', () => {
    expect(towardsTarget(12, 6, 9)).toBe(50);
    expect(towardsTarget(60, 80, 70)).toBe(50);
  });

  it('is negative when a falling figure has risen, not 0', () => {
    expect(towardsTarget(12, 6, 15)).toBe(-50);
  });

  it('passes 100 beyond the target and is unsaid when there is no way to go', () => {
    expect(towardsTarget(12, 6, 3)).toBe(150);
    expect(towardsTarget(12, 12, 3)).toBeNull();
  });
});
