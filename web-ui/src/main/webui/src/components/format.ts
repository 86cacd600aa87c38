const UNITS = ["B", "kB", "MB", "GB", "TB"];

/** `420 ms`, `3.2 s`, `2 min 05 s`. */
export function duration(millis: number): string {
  if (millis < 1000) {
    return `${Math.round(millis)} ms`;
  }
  if (millis < 60_000) {
    return `${(millis / 1000).toFixed(1)} s`;
  }
  const seconds = Math.floor(millis / 1000);
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, "0")} s`;
}

/** Decimal units, as storage is paid: `3.1 MB`. */
export function size(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${UNITS[unit] ?? ""}`;
}

/** `1,234,567`. */
export function count(number: number): string {
  return number.toLocaleString("en");
}

/** A moment in UTC, to the second: `2026-03-02 08:14:05 UTC`. */
export function moment(instant: string): string {
  return `${new Date(instant).toISOString().slice(0, 19).replace("T", " ")} UTC`;
}
