const FORM = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,3})?)?)?\s*(?:Z|UTC)?$/i;

/** The instant that somebody typed in UTC, such as `2026-05-01 08:00`; undefined for what is none. */
export function instantOf(input: string): string | undefined {
  const [, day, minutes = "00:00", seconds = ":00"] = FORM.exec(input.trim()) ?? [];
  if (day === undefined) {
    return undefined;
  }
  const time = new Date(`${day}T${minutes}${seconds}Z`);
  // Dates such as February 30th are moved on by the browser.
  return Number.isNaN(time.getTime()) || !time.toISOString().startsWith(day) ? undefined : time.toISOString();
}

/** What stands in the field of an instant: the reverse of `instantOf`. */
export function momentInput(instant: string | undefined): string {
  return instant === undefined
    ? ""
    : new Date(instant).toISOString().slice(0, 19).replace("T", " ").replace(/:00$/, "");
}

/** A moment on the clock of a time zone: `Mon, 02 Mar 2026, 08:00`. */
export function onClock(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "short",
    day: "2-digit",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: instant.includes(":00Z") || instant.includes(":00.000Z") ? undefined : "2-digit",
  }).format(new Date(instant));
}

/** The time zones that the browser knows, UTC first. */
export function timeZones(): string[] {
  return ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];
}

/** The time zone of the browser. */
export function ownTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
