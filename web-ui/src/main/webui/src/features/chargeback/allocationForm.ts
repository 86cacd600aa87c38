import type { AllocationRule, AllocationRules } from "../../api/chargeback";
import { text } from "../../i18n/en";
import type { FieldFaults } from "../schedules/draft";
import { instantOf } from "../schedules/moments";
import { filled, nextKey, type Row } from "./rows";

export const PATTERNS = ["principalArn", "role", "sessionName", "account", "function"] as const;

const DAYS = ["validFrom", "validTo"] as const;
const TEXTS = ["name", "costCentre", ...PATTERNS, ...DAYS] as const;

/** What stands in the fields of a rule. */
export type RuleInputs = Row & Record<(typeof TEXTS)[number], string>;

export interface AllocationInputs {
  rules: readonly RuleInputs[];
}

export function inputsOf({ rules }: AllocationRules): AllocationInputs {
  return { rules: rules.map((rule, key) => ruleInputs(key, rule)) };
}

/** A rule of which nothing is filled in, for the end of a list. */
export function newRule(rules: readonly RuleInputs[]): RuleInputs {
  return ruleInputs(nextKey(rules), {});
}

function ruleInputs(key: number, rule: Partial<AllocationRule>): RuleInputs {
  return { key, ...(Object.fromEntries(TEXTS.map((field) => [field, rule[field] ?? ""])) as Omit<RuleInputs, "key">) };
}

/** What cannot be sent as it is, by its place in the request. */
export function faultsOf({ rules }: AllocationInputs): FieldFaults {
  const wrong = rules.flatMap((rule, index) =>
    DAYS.filter((day) => !isDayOrEmpty(rule[day])).map((day) => [`rules[${index}].${day}`, text.chargeback.notDay]),
  );
  return Object.fromEntries(wrong) as FieldFaults;
}

/** Whether it is a day such as 2026-05-01. */
export function isDay(input: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(input.trim()) && instantOf(input) !== undefined;
}

export function isDayOrEmpty(input: string): boolean {
  return input.trim() === "" || isDay(input);
}

/** The rules of a form; undefined while something is missing or wrong. */
export function documentOf(inputs: AllocationInputs, version: number): AllocationRules | undefined {
  const isComplete = inputs.rules.every(({ name, costCentre }) => name.trim() !== "" && costCentre.trim() !== "");
  if (!isComplete || Object.keys(faultsOf(inputs)).length > 0) {
    return undefined;
  }
  return { version, rules: inputs.rules.map((rule) => filled(rule, TEXTS) as AllocationRule) };
}

/** What a rule says, in words: `to Sales; Function or resource *orders*`. */
export function summaryOf(rule: RuleInputs): string {
  const { to, from, until, patterns } = text.chargeback.rules;
  const given = filled(rule, TEXTS);
  return [
    ...(given.costCentre === undefined ? [] : [to(given.costCentre)]),
    ...PATTERNS.flatMap((pattern) => (given[pattern] === undefined ? [] : [`${patterns[pattern]} ${given[pattern]}`])),
    ...(given.validFrom === undefined ? [] : [from(given.validFrom)]),
    ...(given.validTo === undefined ? [] : [until(given.validTo)]),
  ].join("; ");
}
