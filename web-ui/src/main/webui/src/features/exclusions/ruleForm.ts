import type { PrincipalPattern, RuleKind, SaveRuleRequest, Scope } from "../../api/changeTypes";

/** What stands in the form of a rule. */
export interface RuleInputs {
  kind: RuleKind;
  name: string;
  reason: string;
  accounts: string;
  services: string;
  actions: string;
  resources: string;
  principalKind: PrincipalPattern["kind"];
  principals: string;
  expires: string;
  isEverything: boolean;
}

export const EMPTY: RuleInputs = {
  kind: "exclusion",
  name: "",
  reason: "",
  accounts: "",
  services: "",
  actions: "",
  resources: "",
  principalKind: "session-name",
  principals: "",
  expires: "",
  isEverything: false,
};

const LISTS = ["accounts", "services", "actions", "resources"] as const;

/** Entries as they are typed in, with spaces, commas or lines between. */
export function entriesOf(input: string): string[] {
  return input.split(/[\s,;]+/).filter((entry) => entry !== "");
}

/** The scope of a form: lists that are left empty do not restrict. */
export function scopeOf(inputs: RuleInputs): Scope {
  const lists = LISTS.map((list) => [list, entriesOf(inputs[list])] as const);
  const principals = entriesOf(inputs.principals).map((pattern) => ({ kind: inputs.principalKind, pattern }));
  return {
    ...(Object.fromEntries(lists.filter(([, entries]) => entries.length > 0)) as Scope),
    ...(principals.length === 0 ? {} : { principals }),
  };
}

/** The request of a form. */
export function ruleOf(inputs: RuleInputs): SaveRuleRequest {
  return {
    kind: inputs.kind,
    name: inputs.name.trim(),
    reason: inputs.reason.trim(),
    scope: scopeOf(inputs),
    ...(inputs.expires.trim() === "" ? {} : { expiresAt: `${inputs.expires.trim()}T00:00:00Z` }),
    ...(inputs.isEverything ? { confirmation: "everything" as const } : {}),
  };
}

/** Whether enough is filled in to be sent. */
export function isComplete(inputs: RuleInputs): boolean {
  return (
    inputs.name.trim() !== "" &&
    inputs.reason.trim() !== "" &&
    (inputs.isEverything || Object.keys(scopeOf(inputs)).length > 0) &&
    (inputs.expires.trim() === "" || /^\d{4}-\d\d-\d\d$/.test(inputs.expires.trim()))
  );
}
