/** Today in Denmark, as 'YYYY-MM-DD'. */
export function todayInDenmark(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' }).format(new Date());
}

/** How many days from today, in Denmark, to a day 'YYYY-MM-DD'; below zero when it is past. */
export function daysUntil(day: string, today = todayInDenmark()): number {
  return Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
}
