/** The month (UTC) that goes on and those before it, the newest first: `2026-05`. */
export function monthsBefore(now: number, count: number): string[] {
  const today = new Date(now);
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - index)).toISOString().slice(0, 7),
  );
}
