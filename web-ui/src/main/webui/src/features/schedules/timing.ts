import type { Spec } from "../../api/schedulerTypes";
import { text } from "../../i18n/en";
import { amountText } from "./amounts";

const words = text.schedules.timing;

const FORMS: Record<string, string> = {
  "@yearly": "0 0 1 1 *",
  "@annually": "0 0 1 1 *",
  "@monthly": "0 0 1 * *",
  "@weekly": "0 0 * * 0",
  "@daily": "0 0 * * *",
  "@midnight": "0 0 * * *",
  "@hourly": "0 * * * *",
};
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

/** More times of a day than these are not listed one by one. */
const MOST_TIMES = 4;

/** When a schedule runs, in words: `every weekday at 08:00 Europe/Berlin`. What has no words is shown as its cron text. */
export function sentenceOf(spec: Spec): string {
  if (spec.every !== undefined) {
    return words.every(amountText(spec.every));
  }
  const cron = spec.cron?.trim() ?? "";
  const zone = spec.timeZone ?? "UTC";
  const found = wordsOf(cron);
  if (found === undefined) {
    return `${words.cron(cron)} ${zone}`;
  }
  return found.hasClock ? `${found.words} ${zone}` : found.words;
}

/** The words of a cron expression, and whether they depend on a clock; undefined where there are none. */
function wordsOf(cron: string): { words: string; hasClock: boolean } | undefined {
  const lower = cron.toLowerCase();
  const [minute, hour, dayOfMonth, month, dayOfWeek, ...more] = (FORMS[lower] ?? lower).split(/\s+/);
  if (minute === undefined || hour === undefined || more.length > 0) {
    return undefined;
  }
  const clock = clockOf(fieldOf(minute, 0, 59), fieldOf(hour, 0, 23));
  const days = daysOf(fieldOf(dayOfMonth, 1, 31), fieldOf(month, 1, 12, MONTHS, 1), fieldOf(dayOfWeek, 0, 7, DAYS, 0));
  if (clock === undefined || days === undefined) {
    return undefined;
  }
  if (clock.isPointed) {
    return { words: `${days} ${clock.words}`, hasClock: true };
  }
  return days === words.always
    ? { words: clock.words, hasClock: clock.hasClock }
    : { words: `${days}, ${clock.words}`, hasClock: true };
}

/** The values of a field in their order; "all" where it excludes none, undefined for what is no field. */
type Field = readonly number[] | "all" | undefined;

function fieldOf(written: string | undefined, min: number, max: number, names: string[] = [], first = 0): Field {
  if (written === undefined || written === "*") {
    return written === undefined ? undefined : "all";
  }
  const values = new Set<number>();
  for (const part of written.split(",")) {
    const [range = "", step = "1", ...more] = part.split("/");
    const [from, to] = range === "*" ? [min, max] : endsOf(range, part.includes("/") ? max : undefined, names, first);
    const width = /^\d{1,2}$/.test(step) ? Number(step) : 0;
    if (more.length > 0 || width === 0 || from === undefined || to === undefined || from < min || to > max) {
      return undefined;
    }
    for (let value = from; value <= to; value += width) {
      values.add(value);
    }
  }
  return values.size === 0 ? undefined : [...values].sort((a, b) => a - b);
}

function endsOf(range: string, last: number | undefined, names: string[], first: number) {
  const [from = "", to, ...more] = range.split("-");
  const start = valueOf(from, names, first);
  const end = to === undefined ? (last ?? start) : valueOf(to, names, first);
  return more.length > 0 ? [] : [start, end];
}

function valueOf(written: string, names: string[], first: number): number | undefined {
  const named = names.indexOf(written);
  return named >= 0 ? named + first : /^\d{1,2}$/.test(written) ? Number(written) : undefined;
}

/** @param isPointed whether the words name moments rather than a rhythm */
interface Clock {
  words: string;
  isPointed: boolean;
  hasClock: boolean;
}

function clockOf(minutes: Field, hours: Field): Clock | undefined {
  if (minutes === undefined || hours === undefined) {
    return undefined;
  }
  if (hours === "all") {
    const rhythm = rhythmOf(minutes);
    return rhythm === undefined ? undefined : { words: rhythm, isPointed: false, hasClock: false };
  }
  if (minutes !== "all" && minutes.length * hours.length <= MOST_TIMES) {
    const times = hours.flatMap((hour) => minutes.map((minute) => time(hour, minute)));
    return { words: words.at(words.list(times)), isPointed: true, hasClock: true };
  }
  return spanOf(minutes, hours);
}

/** What happens within each hour. */
function rhythmOf(minutes: Field): string | undefined {
  if (minutes === "all") {
    return words.everyMinute;
  }
  const [first = 0, ...more] = minutes ?? [];
  if (more.length === 0) {
    return first === 0 ? words.everyHour : words.atMinute(words.everyHour, first);
  }
  const step = stepOf(minutes ?? [], 60);
  return step === undefined ? undefined : words.everyMinutes(step);
}

/** A rhythm in a part of the day, or every few hours. */
function spanOf(minutes: Exclude<Field, undefined>, hours: readonly number[]): Clock | undefined {
  const from = hours[0] ?? 0;
  const to = hours[hours.length - 1] ?? 0;
  const firstMinute = minutes === "all" ? 0 : (minutes[0] ?? 0);
  const lastMinute = minutes === "all" ? 59 : (minutes[minutes.length - 1] ?? 0);
  if (to - from === hours.length - 1) {
    const rhythm = minutes !== "all" && minutes.length === 1 ? words.everyHour : rhythmOf(minutes);
    return rhythm === undefined
      ? undefined
      : {
          words: words.between(rhythm, time(from, firstMinute), time(to, lastMinute)),
          isPointed: false,
          hasClock: true,
        };
  }
  const step = stepOf(hours, 24);
  if (step === undefined || minutes === "all" || minutes.length > 1) {
    return undefined;
  }
  const rhythm = words.everyHours(step);
  return {
    words: firstMinute === 0 ? rhythm : words.atMinute(rhythm, firstMinute),
    isPointed: false,
    hasClock: true,
  };
}

/** The even step from 0 on by which the values fill a whole; undefined where there is none. */
function stepOf(values: readonly number[], whole: number): number | undefined {
  const step = whole / values.length;
  return Number.isInteger(step) && values.every((value, index) => value === index * step) ? step : undefined;
}

function daysOf(daysOfMonth: Field, months: Field, daysOfWeek: Field): string | undefined {
  if (daysOfMonth === undefined || months === undefined || daysOfWeek === undefined) {
    return undefined;
  }
  const named = months === "all" ? undefined : words.list(months.map((month) => words.months[month - 1] ?? ""));
  if (daysOfMonth === "all") {
    const days = weekDays(daysOfWeek);
    return named === undefined ? days : words.inMonths(days, named);
  }
  // With both cron means either of them, which no short sentence says.
  if (daysOfWeek !== "all" || daysOfMonth.length > MOST_TIMES) {
    return undefined;
  }
  const days = words.list(daysOfMonth.map(ordinal));
  return named === undefined ? words.daysOfMonth(days) : words.daysOfMonths(days, named);
}

function weekDays(field: Exclude<Field, undefined>): string {
  if (field === "all") {
    return words.always;
  }
  const days = [...new Set(field.map((day) => day % 7))].sort((a, b) => mondayFirst(a) - mondayFirst(b));
  if (days.length === 7) {
    return words.always;
  }
  return days.join() === "1,2,3,4,5"
    ? words.weekdays
    : words.every(words.list(days.map((day) => words.days[day] ?? "")));
}

function mondayFirst(day: number): number {
  return (day + 6) % 7;
}

function ordinal(day: number): string {
  const suffix = ["th", "st", "nd", "rd"][day % 100 > 10 && day % 100 < 14 ? 0 : day % 10] ?? "th";
  return `${String(day)}${suffix}`;
}

function time(hour: number, minute: number): string {
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
