import type {
  AlertCondition,
  AlertOperator,
  AlertSubject,
  DeliveryCondition,
  Delivery,
  ExportFormat,
  NotificationCondition,
  OutputPlan,
  OverlapPolicy,
  SaveScheduleRequest,
  Schedule,
  Spec,
  WindowKind,
} from "../../api/schedulerTypes";
import type { Parameter } from "../../api/types";
import { text } from "../../i18n/en";
import { inputOf, valuesOf, type Inputs } from "../catalogue/values";
import { amountOf, durationOf, isAmount, type Amount } from "./amounts";
import { instantOf, momentInput } from "./moments";

/** The name that bounds of windows have in statements: it is no parameter that one fills in. */
export const WINDOW = "window";

/** A row of the deliveries in the form. */
export interface DeliveryDraft {
  key: number;
  destination: string | undefined;
  format: ExportFormat;
  when: DeliveryCondition;
}

/** A row of the notifications in the form. */
export interface NotificationDraft {
  key: number;
  channel: string;
  when: NotificationCondition;
}

/** What stands in the form of a schedule. */
export interface ScheduleDraft {
  name: string;
  source: "query" | "statement";
  query: { id: string; version: number | undefined } | undefined;
  statement: string;
  declared: Parameter[];
  inputs: Inputs;
  timing: "cron" | "interval";
  cron: string;
  every: Amount;
  timeZone: string;
  start: string;
  end: string;
  jitter: Amount;
  window: WindowKind | "none";
  settling: Amount;
  from: string;
  overlap: OverlapPolicy;
  catchUp: Amount;
  pauseAfterFailures: string;
  isCompared: boolean;
  alert: AlertSubject | "none";
  alertColumn: string;
  alertOperator: AlertOperator;
  alertValue: string;
  deliveries: DeliveryDraft[];
  notifications: NotificationDraft[];
}

/** Reasons by the fields of the request, as the API names them. */
export type FieldFaults = Readonly<Record<string, string>>;

const EMPTY: ScheduleDraft = {
  name: "",
  source: "query",
  query: undefined,
  statement: "",
  declared: [],
  inputs: {},
  timing: "cron",
  cron: "0 8 * * 1-5",
  every: { amount: "1", unit: "hours" },
  timeZone: "UTC",
  start: "",
  end: "",
  jitter: { amount: "0", unit: "minutes" },
  window: "none",
  settling: { amount: "15", unit: "minutes" },
  from: "",
  overlap: "skip",
  catchUp: { amount: "1", unit: "days" },
  pauseAfterFailures: "10",
  isCompared: false,
  alert: "none",
  alertColumn: "",
  alertOperator: ">",
  alertValue: "0",
  deliveries: [],
  notifications: [],
};

/** A new schedule on the clock of a time zone. */
export function newDraft(timeZone: string, filledIn: Partial<ScheduleDraft> = {}): ScheduleDraft {
  return { ...EMPTY, timeZone, ...filledIn };
}

/** The form of a schedule that there is. Its windows go on where they are, so that is left empty. */
export function draftOf(schedule: Schedule): ScheduleDraft {
  const { query, spec, window, policies, output } = schedule;
  return {
    ...EMPTY,
    name: schedule.name,
    source: query ? "query" : "statement",
    query: query && { id: query.id, version: query.version },
    statement: schedule.statement ?? "",
    declared: schedule.parameters ?? [],
    inputs: inputsOf(schedule),
    timing: spec.every === undefined ? "cron" : "interval",
    cron: spec.cron ?? EMPTY.cron,
    every: spec.every === undefined ? EMPTY.every : amountOf(spec.every),
    timeZone: spec.timeZone ?? "UTC",
    start: momentInput(spec.start),
    end: momentInput(spec.end),
    jitter: spec.jitter === undefined ? EMPTY.jitter : amountOf(spec.jitter),
    window: window?.kind ?? "none",
    settling: window?.settling === undefined ? EMPTY.settling : amountOf(window.settling),
    overlap: policies.overlap,
    catchUp: amountOf(policies.catchUpWindow),
    pauseAfterFailures: String(policies.pauseAfterFailures),
    isCompared: output.compared,
    ...alertOf(output.alert),
    deliveries: output.deliveries.map(({ destination, format, when }, key) => ({ key, destination, format, when })),
    notifications: (output.notifications ?? []).map(({ channel, when }, key) => ({ key, channel, when })),
  };
}

function inputsOf({ values }: Schedule): Inputs {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, inputOf(value)]));
}

function alertOf(
  alert: AlertCondition | undefined,
): Pick<ScheduleDraft, "alert" | "alertColumn" | "alertOperator" | "alertValue"> {
  return {
    alert: alert?.of ?? "none",
    alertColumn: alert?.column ?? "",
    alertOperator: alert?.operator ?? EMPTY.alertOperator,
    alertValue: alert?.value === undefined ? EMPTY.alertValue : String(alert.value),
  };
}

/** The parameters that are filled in: all but the bounds of windows. */
export function filledIn(parameters: readonly Parameter[]): Parameter[] {
  return parameters.filter(({ name }) => name !== WINDOW);
}

/** The spec of the form; undefined while its fields are not complete. */
export function specOf(draft: ScheduleDraft): Spec | undefined {
  const faults = faultsOf(draft);
  if (Object.keys(faults).some((field) => field.startsWith("spec."))) {
    return undefined;
  }
  const start = instantOf(draft.start);
  const end = instantOf(draft.end);
  return {
    ...(draft.timing === "cron" ? { cron: draft.cron.trim() } : { every: durationOf(draft.every) }),
    timeZone: draft.timeZone,
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
    ...(isNothing(draft.jitter) ? {} : { jitter: durationOf(draft.jitter) }),
  };
}

function isNothing({ amount }: Amount): boolean {
  return Number(amount.trim()) === 0;
}

/**
 * What cannot be sent at all, by the fields of the request. Everything else is left to the service, which has the rules.
 */
export function faultsOf(draft: ScheduleDraft): FieldFaults {
  const { notAnAmount, notAMoment } = text.schedules.form;
  const isInterval = draft.timing === "interval";
  const faults: Record<string, string | undefined> = {
    "spec.cron": !isInterval && draft.cron.trim() === "" ? "" : undefined,
    "spec.every": isInterval && !isAmount(draft.every) ? notAnAmount : undefined,
    "spec.jitter": isAmount(draft.jitter) ? undefined : notAnAmount,
    "spec.start": isMomentOrNothing(draft.start) ? undefined : notAMoment,
    "spec.end": isMomentOrNothing(draft.end) ? undefined : notAMoment,
    "window.settling": draft.window === "event-time" && !isAmount(draft.settling) ? notAnAmount : undefined,
    "window.from": draft.window === "event-time" && !isMomentOrNothing(draft.from) ? notAMoment : undefined,
    "policies.catchUpWindow": isAmount(draft.catchUp) ? undefined : notAnAmount,
    "policies.pauseAfterFailures": /^\d{1,4}$/.test(draft.pauseAfterFailures.trim()) ? undefined : notAnAmount,
  };
  return Object.fromEntries(
    Object.entries(faults).filter((fault): fault is [string, string] => fault[1] !== undefined),
  );
}

function isMomentOrNothing(input: string): boolean {
  return input.trim() === "" || instantOf(input) !== undefined;
}

/**
 * The request of a form that has no faults of its own.
 *
 * @param parameters those of the kept query, or of the statement
 */
export function requestOf(draft: ScheduleDraft, parameters: readonly Parameter[]): SaveScheduleRequest {
  const asked = filledIn(parameters);
  const values = valuesOf(asked, draft.inputs);
  return {
    name: draft.name.trim(),
    ...(draft.source === "query"
      ? draft.query && { query: versionOf(draft.query) }
      : { statement: draft.statement, ...(asked.length === 0 ? {} : { parameters: asked }) }),
    ...(Object.keys(values).length === 0 ? {} : { values }),
    spec: specOf(draft) ?? {},
    ...windowOf(draft),
    policies: {
      overlap: draft.overlap,
      catchUpWindow: durationOf(draft.catchUp),
      pauseAfterFailures: Number(draft.pauseAfterFailures.trim()),
    },
    output: {
      compared: draft.isCompared,
      ...conditionOf(draft),
      deliveries: draft.deliveries.map(deliveryOf),
      ...notificationsOf(draft),
    },
  };
}

function versionOf({ id, version }: { id: string; version: number | undefined }): { id: string; version?: number } {
  return version === undefined ? { id } : { id, version };
}

function windowOf(draft: ScheduleDraft): Pick<SaveScheduleRequest, "window"> {
  switch (draft.window) {
    case "none":
      return {};
    case "arrival":
      return { window: { kind: "arrival" } };
    case "event-time": {
      const from = instantOf(draft.from);
      return {
        window: {
          kind: "event-time",
          settling: durationOf(draft.settling),
          ...(from === undefined ? {} : { from }),
        },
      };
    }
  }
}

function conditionOf(draft: ScheduleDraft): { alert?: AlertCondition } {
  const compared = { operator: draft.alertOperator, value: comparedWith(draft.alertValue) };
  switch (draft.alert) {
    case "none":
      return {};
    case "no-data":
      return { alert: { of: "no-data" } };
    case "rows":
      return { alert: { of: "rows", ...compared } };
    case "column":
      return { alert: { of: "column", column: draft.alertColumn.trim(), ...compared } };
  }
}

function comparedWith(input: string): string | number {
  const trimmed = input.trim();
  return /^[+-]?\d{1,15}(?:\.\d+)?$/.test(trimmed) ? Number(trimmed) : trimmed;
}

function deliveryOf({ destination, format, when }: DeliveryDraft): Delivery {
  return destination === undefined ? { format, when } : { destination, format, when };
}

function notificationsOf({ notifications }: ScheduleDraft): Pick<OutputPlan, "notifications"> {
  return notifications.length === 0
    ? {}
    : { notifications: notifications.map(({ channel, when }) => ({ channel, when })) };
}

/** Why the service refused fields, by their names in the request. */
export function refusalsOf(violations: readonly { field: string; reason: string }[] | undefined): FieldFaults {
  const faults: Record<string, string> = {};
  for (const { field, reason } of violations ?? []) {
    faults[field] = faults[field] === undefined ? reason : `${faults[field]}; ${reason}`;
  }
  return faults;
}

const OF_ROW = /^output\.(?:deliveries|notifications)\[\d+\]\.(?:destination|format|channel|when)$/;

/** Refusals that belong to none of the fields of the form. */
export function refusalsElsewhere(refusals: FieldFaults, fields: readonly string[]): string[] {
  const isShown = (field: string) => fields.some((shown) => field === shown || field.startsWith(`${shown}.`));
  return Object.entries(refusals)
    .filter(([field]) => !isShown(field) && !field.startsWith("values.") && !OF_ROW.test(field))
    .map(([field, reason]) => `${field} ${reason}`);
}
