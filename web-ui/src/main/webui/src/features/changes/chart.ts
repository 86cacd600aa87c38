import type { DayCount, VerdictKind } from "../../api/changeTypes";

/** One verdict's bars: a value a day, in the order of days. */
export interface Bars {
  verdict: VerdictKind;
  values: { x: Date; y: number }[];
}

const ORDER: VerdictKind[] = ["unapproved", "pending", "emergency", "approved-late", "approved", "automated", "exempt"];

/** Counts as stacked bars, the alarming first; every day between the first and the last has a place. */
export function barsOf(counts: readonly DayCount[]): Bars[] {
  const days = daysOf(counts);
  return ORDER.filter((verdict) => counts.some((one) => one.verdict === verdict)).map((verdict) => ({
    verdict,
    values: days.map((day) => ({
      x: new Date(`${day}T00:00:00Z`),
      y: counts.find((one) => one.verdict === verdict && one.day === day)?.changes ?? 0,
    })),
  }));
}

function daysOf(counts: readonly DayCount[]): string[] {
  const named = counts.map(({ day }) => day).sort();
  const [first] = named;
  const last = named.at(-1);
  if (first === undefined || last === undefined) {
    return [];
  }
  const days: string[] = [];
  for (let time = Date.parse(first); time <= Date.parse(last); time += 24 * 60 * 60 * 1000) {
    days.push(new Date(time).toISOString().slice(0, 10));
  }
  return days;
}
