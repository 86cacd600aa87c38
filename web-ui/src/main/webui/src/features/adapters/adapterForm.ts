import type { AdapterKind, SaveAdapterRequest } from "../../api/approvalTypes";

/** What stands in the form of an adapter. */
export interface AdapterInputs {
  name: string;
  kind: AdapterKind;
  deployRole: string;
  hours: string;
  startField: string;
  endField: string;
}

export const EMPTY: AdapterInputs = {
  name: "",
  kind: "servicenow",
  deployRole: "",
  hours: "4",
  startField: "",
  endField: "",
};

/** Whether the hours after a merge are a number that is allowed. */
export function areHours(input: string): boolean {
  const hours = Number(input.trim());
  return /^\d{1,3}$/.test(input.trim()) && hours >= 1 && hours <= 720;
}

/** The request of a form; undefined while something is missing or wrong. */
export function requestOf(inputs: AdapterInputs): SaveAdapterRequest | undefined {
  const name = inputs.name.trim();
  const settings = settingsOf(inputs);
  return name === "" || settings === undefined ? undefined : { name, kind: inputs.kind, settings };
}

function settingsOf(inputs: AdapterInputs): SaveAdapterRequest["settings"] | undefined {
  switch (inputs.kind) {
    case "servicenow":
    case "team":
      return {};
    case "jira": {
      const windowStart = inputs.startField.trim();
      const windowEnd = inputs.endField.trim();
      return windowStart === "" || windowEnd === "" ? undefined : { fields: { windowStart, windowEnd } };
    }
    case "github": {
      const deployRole = inputs.deployRole.trim();
      return areHours(inputs.hours)
        ? { window: `PT${inputs.hours.trim()}H`, ...(deployRole === "" ? {} : { deployRole }) }
        : undefined;
    }
  }
}
