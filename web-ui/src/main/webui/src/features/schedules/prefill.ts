import type { Parameter } from "../../api/types";
import type { Inputs } from "../catalogue/values";
import type { ScheduleDraft } from "./draft";

/** What "Schedule this" hands over to the form, in the state of the address. */
export interface Prefill {
  statement?: string;
  parameters?: readonly Parameter[];
  inputs?: Inputs;
}

/** The form of a new schedule, as far as it is filled in: with the kept query of the address, or a statement. */
export function draftFrom(query: string | undefined, state: unknown): Partial<ScheduleDraft> {
  const { statement, parameters = [], inputs = {} } = isPrefill(state) ? state : {};
  if (query !== undefined) {
    return { source: "query", query: { id: query, version: undefined }, inputs };
  }
  return statement === undefined
    ? {}
    : { source: "statement", statement, declared: [...parameters], inputs, window: windowIn(statement) };
}

function isPrefill(state: unknown): state is Prefill {
  return typeof state === "object" && state !== null && !("statement" in state && typeof state.statement !== "string");
}

/** The window that a statement speaks of. */
export function windowIn(statement: string): ScheduleDraft["window"] {
  if (/\{\{\s*window\.(?:start|end)Position\s*\}\}/.test(statement)) {
    return "arrival";
  }
  return /\{\{\s*window\.(?:start|end)\s*\}\}/.test(statement) ? "event-time" : "none";
}
