import type { Parameter, ParameterValue } from "../../api/types";

/** What stands in the fields of a form, by the names of the parameters. */
export type Inputs = Readonly<Record<string, string>>;

const WHOLE = /^[+-]?\d{1,15}$/;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** The values of a form. Empty fields give none, so that defaults count; what does not fit is left to the service. */
export function valuesOf(parameters: readonly Parameter[], inputs: Inputs): Record<string, ParameterValue> {
  const values: Record<string, ParameterValue> = {};
  for (const parameter of parameters) {
    const input = inputs[parameter.name] ?? "";
    if (input.trim() !== "") {
      values[parameter.name] = valueOf(parameter, input);
    }
  }
  return values;
}

/** The value that an input stands for. */
export function valueOf(parameter: Parameter, input: string): ParameterValue {
  return parameter.type === "list"
    ? input
        .split("\n")
        .map((item) => item.trim())
        .filter((item) => item !== "")
        .map((item) => single(parameter.of ?? "text", item))
    : single(parameter.type, input);
}

function single(type: Parameter["type"], input: string): ParameterValue {
  const trimmed = input.trim();
  switch (type) {
    case "text":
      return input;
    case "integer":
      return WHOLE.test(trimmed) ? Number(trimmed) : trimmed;
    case "number":
      return NUMBER.test(trimmed) ? Number(trimmed) : trimmed;
    case "boolean":
      return trimmed === "true" ? true : trimmed === "false" ? false : trimmed;
    default:
      return trimmed;
  }
}

/** What a field shows for a value: the reverse of `valueOf`. */
export function inputOf(value: ParameterValue | undefined): string {
  if (value === undefined) {
    return "";
  }
  if (Array.isArray(value)) {
    return value.map(inputOf).join("\n");
  }
  return typeof value === "object" ? `${inputOf(value.start)}/${inputOf(value.end)}` : String(value);
}

/** Why the values of a form were refused, by the names of the parameters. */
export function faultsOf(violations: readonly { field: string; reason: string }[] | undefined): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const { field, reason } of violations ?? []) {
    const name = /^values\.(\w+)/.exec(field)?.[1];
    if (name !== undefined) {
      faults[name] ??= reason;
    }
  }
  return faults;
}
