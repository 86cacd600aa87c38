import {
  APPROVAL_STATES,
  type Adapter,
  type AdapterKind,
  type AdapterSettings,
  type ApprovalScope,
  type ApprovalState,
  type SaveAdapterRequest,
} from "../../api/approvalTypes";
import { text } from "../../i18n/en";
import { linesOf, principalOf } from "../approvals/approvalForm";
import { amountOf, durationOf, isAmount, type Amount } from "../schedules/amounts";

/** Lists of the default scope that are entries a line; principals are of another form. */
export const SCOPE_LISTS = ["accounts", "regions", "services", "actions", "resources"] as const;

const OF_SCOPE: readonly string[] = [...SCOPE_LISTS, "principals"];

/** What stands in the form of an adapter. Lists have an entry a line. */
export interface AdapterInputs extends Record<(typeof SCOPE_LISTS)[number], string> {
  name: string;
  kind: AdapterKind;
  system: string;
  deployRole: string;
  window: Amount;
  startField: string;
  endField: string;
  approvalsField: string;
  fields: string;
  states: string;
  principals: string;
  isEverythingMeant: boolean;
}

export const EMPTY: AdapterInputs = {
  name: "",
  kind: "servicenow",
  system: "",
  deployRole: "",
  window: { amount: "4", unit: "hours" },
  startField: "",
  endField: "",
  approvalsField: "",
  fields: "",
  states: "",
  accounts: "",
  regions: "",
  services: "",
  actions: "",
  resources: "",
  principals: "",
  isEverythingMeant: false,
};

/** The form of an adapter that there is. */
export function inputsOf({ name, kind, settings }: Adapter): AdapterInputs {
  const { fields = {}, states = {}, defaultScope = {} } = settings;
  const ofScope = Object.entries(fields).filter(([list]) => OF_SCOPE.includes(list));
  return {
    ...EMPTY,
    name,
    kind,
    system: settings.system ?? "",
    deployRole: settings.deployRole ?? "",
    window: settings.window === undefined ? EMPTY.window : amountOf(settings.window),
    startField: fields.windowStart ?? "",
    endField: fields.windowEnd ?? "",
    approvalsField: fields.approvals ?? "",
    fields: pairText(ofScope),
    states: pairText(Object.entries(states)),
    ...(Object.fromEntries(SCOPE_LISTS.map((list) => [list, (defaultScope[list] ?? []).join("\n")])) as Pick<
      AdapterInputs,
      (typeof SCOPE_LISTS)[number]
    >),
    principals: pairText((defaultScope.principals ?? []).map((known) => [known.kind, known.pattern])),
    isEverythingMeant: settings.confirmation === "everything",
  };
}

function pairText(pairs: [string, string][]): string {
  return pairs.map(([name, value]) => `${name}=${value}`).join("\n");
}

/** A line such as `accounts=u_accounts`; undefined for one of another form. */
function pairOf(line: string): [string, string] | undefined {
  const at = line.lastIndexOf("=");
  const name = line.slice(0, Math.max(at, 0)).trim();
  const value = line.slice(at + 1).trim();
  return name === "" || value === "" ? undefined : [name, value];
}

function fieldOf(line: string): [string, string] | undefined {
  const pair = pairOf(line);
  return pair !== undefined && OF_SCOPE.includes(pair[0]) ? pair : undefined;
}

function stateOf(line: string): [string, ApprovalState] | undefined {
  const [name = "", meaning] = pairOf(line) ?? [];
  const state = APPROVAL_STATES.find((known) => known === meaning);
  return state === undefined ? undefined : [name, state];
}

function present<T>(values: (T | undefined)[]): T[] {
  return values.filter((value) => value !== undefined);
}

/** What cannot be sent as it is, by field. */
export function faultsOf(inputs: AdapterInputs): Partial<Record<keyof AdapterInputs, string>> {
  const badField = tellsFields(inputs) ? linesOf(inputs.fields).find((line) => fieldOf(line) === undefined) : undefined;
  const badState = linesOf(inputs.states).find((line) => stateOf(line) === undefined);
  const badPrincipal = linesOf(inputs.principals).find((line) => principalOf(line) === undefined);
  return {
    ...(inputs.kind === "github" && !isAmount(inputs.window) ? { window: text.adapters.badWindow } : {}),
    ...(badField === undefined ? {} : { fields: text.adapters.badField(badField) }),
    ...(badState === undefined ? {} : { states: text.adapters.badState(badState) }),
    ...(badPrincipal === undefined ? {} : { principals: text.approvals.form.badPrincipal(badPrincipal) }),
  };
}

/** Whether fields of the sender may tell of the scope. */
export function tellsFields({ kind }: Pick<AdapterInputs, "kind">): boolean {
  return kind === "servicenow" || kind === "jira";
}

/** The request of a form; undefined while something is missing or wrong. */
export function requestOf(inputs: AdapterInputs): SaveAdapterRequest | undefined {
  const name = inputs.name.trim();
  const isMissing =
    name === "" || (inputs.kind === "jira" && (inputs.startField.trim() === "" || inputs.endField.trim() === ""));
  return isMissing || Object.keys(faultsOf(inputs)).length > 0
    ? undefined
    : { name, kind: inputs.kind, settings: settingsOf(inputs) };
}

/** Only what belongs to the kind, and is filled in. */
function settingsOf(inputs: AdapterInputs): AdapterSettings {
  const system = inputs.system.trim();
  const deployRole = inputs.deployRole.trim();
  const fields = fieldsOf(inputs);
  const states = Object.fromEntries(present(linesOf(inputs.states).map(stateOf)));
  const scope = scopeOf(inputs);
  return {
    ...(system === "" ? {} : { system }),
    ...(Object.keys(fields).length === 0 ? {} : { fields }),
    ...(Object.keys(states).length === 0 ? {} : { states }),
    ...(inputs.kind === "github" ? { window: durationOf(inputs.window) } : {}),
    ...(inputs.kind === "github" && deployRole !== "" ? { deployRole } : {}),
    ...(Object.keys(scope).length === 0 ? {} : { defaultScope: scope }),
    ...(inputs.isEverythingMeant ? { confirmation: "everything" as const } : {}),
  };
}

function fieldsOf(inputs: AdapterInputs): Record<string, string> {
  if (!tellsFields(inputs)) {
    return {};
  }
  const approvals = inputs.approvalsField.trim();
  return {
    ...Object.fromEntries(present(linesOf(inputs.fields).map(fieldOf))),
    ...(inputs.kind === "jira" ? { windowStart: inputs.startField.trim(), windowEnd: inputs.endField.trim() } : {}),
    ...(inputs.kind === "jira" && approvals !== "" ? { approvals } : {}),
  };
}

function scopeOf(inputs: AdapterInputs): Partial<ApprovalScope> {
  const principals = linesOf(inputs.principals).flatMap((line) => principalOf(line) ?? []);
  const lists = SCOPE_LISTS.map((list) => [list, linesOf(inputs[list])] as const);
  return {
    ...(Object.fromEntries(lists.filter(([, entries]) => entries.length > 0)) as Partial<ApprovalScope>),
    ...(principals.length === 0 ? {} : { principals }),
  };
}

const PLACES: [RegExp, keyof AdapterInputs][] = [
  [/^settings\.fields\.windowStart/, "startField"],
  [/^settings\.fields\.windowEnd/, "endField"],
  [/^settings\.fields\.approvals/, "approvalsField"],
];

/** The field of the form to which a place in the request belongs. */
export function inputOf(place: string): string {
  const known = PLACES.find(([pattern]) => pattern.test(place))?.[1];
  return known ?? place.replace(/^settings\.(defaultScope\.)?/, "").replace(/[.[].*$/, "");
}
