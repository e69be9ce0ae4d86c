/** The only way the product learns what time it is; tests give their own. */
export interface Clock {
  /** The present instant. */
  now(): Date;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is moved: for specs and demonstrations. */
export class FixedClock implements Clock {
  #instant: number;

  /** @param start the instant it stands at, as a Date or ISO text */
  constructor(start: Date | string) {
    this.#instant = new Date(start).getTime();
  }

  now(): Date {
    return new Date(this.#instant);
  }

  /** Sets the clock to another instant. */
  setTo(instant: Date | string): void {
    this.#instant = new Date(instant).getTime();
  }

  /** Moves the clock by so many milliseconds (negative: back). */
  moveBy(milliseconds: number): void {
    this.#instant += milliseconds;
  }
}
