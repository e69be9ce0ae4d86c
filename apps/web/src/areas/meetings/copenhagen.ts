const zone = 'Europe/Copenhagen';

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: zone,
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** Milliseconds that Danish clocks are ahead of UTC at an instant. */
function offsetAt(instant: number): number {
  const whole = Math.floor(instant / 1000) * 1000;
  return Date.parse(`${clock.format(whole).replace(' ', 'T')}Z`) - whole;
}

/** The instant at which Danish clocks show that date ('YYYY-MM-DD') and time ('HH:MM'), as ISO text. */
export function copenhagenInstant(date: string, time: string): string {
  const wall = Date.parse(`${date}T${time}:00Z`);
  const first = wall - offsetAt(wall);
  // Beside a clock change the first guess may lie on the wrong side of it.
  return new Date(wall - offsetAt(first)).toISOString();
}

/** What Danish clocks show at an instant: date 'YYYY-MM-DD' and time 'HH:MM'. */
export function copenhagenWall(instant: string): { date: string; time: string } {
  const [date = '', time = ''] = clock.format(new Date(instant)).split(' ');
  return { date, time: time.slice(0, 5) };
}
