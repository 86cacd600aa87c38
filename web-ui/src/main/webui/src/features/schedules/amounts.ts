import { text } from "../../i18n/en";

export type Unit = "seconds" | "minutes" | "hours" | "days";

/** A duration as people write it: a number as it was typed, and its unit. */
export interface Amount {
  amount: string;
  unit: Unit;
}

const SECONDS: Record<Unit, number> = { seconds: 1, minutes: 60, hours: 3_600, days: 86_400 };
const LARGEST_FIRST: Unit[] = ["days", "hours", "minutes", "seconds"];
const FORM = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?)?$/;

/** The seconds of a duration of ISO 8601; undefined for what is none. */
export function secondsOf(duration: string): number | undefined {
  const found = FORM.exec(duration);
  if (!found) {
    return undefined;
  }
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = found.slice(1).map((part) => Number(part || 0));
  return days * SECONDS.days + hours * SECONDS.hours + minutes * SECONDS.minutes + seconds;
}

/** A duration in the largest unit that it has a whole number of. */
export function amountOf(duration: string): Amount {
  const seconds = secondsOf(duration) ?? 0;
  const unit = seconds === 0 ? "minutes" : (LARGEST_FIRST.find((each) => seconds % SECONDS[each] === 0) ?? "seconds");
  return { amount: String(seconds / SECONDS[unit]), unit };
}

/** Whether the amount is a number that a duration can be made of. */
export function isAmount({ amount }: Amount): boolean {
  return /^\d{1,9}$/.test(amount.trim());
}

/** The duration in ISO 8601. */
export function durationOf({ amount, unit }: Amount): string {
  return `PT${Number(amount.trim()) * SECONDS[unit]}S`;
}

/** How long it is: `15 minutes`, `1 hour`. */
export function lengthText(duration: string): string {
  const { amount, unit } = amountOf(duration);
  return `${amount} ${text.schedules.units[unit][amount === "1" ? 0 : 1]}`;
}

/** How often it comes, after "every": `15 minutes`, `hour`. */
export function amountText(duration: string): string {
  const { amount, unit } = amountOf(duration);
  const [one, many] = text.schedules.units[unit];
  return amount === "1" ? one : `${amount} ${many}`;
}
