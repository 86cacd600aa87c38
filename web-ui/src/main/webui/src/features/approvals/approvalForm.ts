import {
  PRINCIPAL_KINDS,
  type ApprovalPrincipal,
  type ApprovalState,
  type PrincipalKind,
} from "../../api/approvalTypes";
import type { KeptApproval } from "../../api/approvals";
import { text } from "../../i18n/en";
import { instantOf } from "../schedules/moments";

/** What stands in the form of an approval. */
export interface ApprovalInputs {
  system: string;
  id: string;
  version: string;
  state: ApprovalState;
  title: string;
  requester: string;
  approvers: string;
  start: string;
  end: string;
  accounts: string;
  regions: string;
  services: string;
  actions: string;
  resources: string;
  principals: string;
  link: string;
  isEmergency: boolean;
  isEverythingMeant: boolean;
}

export const EMPTY: ApprovalInputs = {
  system: "",
  id: "",
  version: "1",
  state: "approved",
  title: "",
  requester: "",
  approvers: "",
  start: "",
  end: "",
  accounts: "",
  regions: "",
  services: "",
  actions: "",
  resources: "",
  principals: "",
  link: "",
  isEmergency: false,
  isEverythingMeant: false,
};

/** The lines of a field that have something in them. */
export function linesOf(input: string): string[] {
  return input
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** A line such as `role=Deployer`; undefined for one of another form. */
export function principalOf(line: string): ApprovalPrincipal | undefined {
  const at = line.indexOf("=");
  const kind = line.slice(0, Math.max(at, 0)).trim();
  const pattern = line.slice(at + 1).trim();
  return isKind(kind) && pattern !== "" ? { kind, pattern } : undefined;
}

function isKind(kind: string): kind is PrincipalKind {
  return (PRINCIPAL_KINDS as readonly string[]).includes(kind);
}

/** What cannot be sent as it is, by field. */
export function faultsOf(inputs: ApprovalInputs): Partial<Record<keyof ApprovalInputs, string>> {
  const { form } = text.approvals;
  const badPrincipal = linesOf(inputs.principals).find((line) => principalOf(line) === undefined);
  return {
    ...(inputs.start !== "" && instantOf(inputs.start) === undefined ? { start: form.badTime } : {}),
    ...(inputs.end !== "" && instantOf(inputs.end) === undefined ? { end: form.badTime } : {}),
    ...(/^[1-9]\d{0,14}$/.test(inputs.version.trim()) ? {} : { version: form.badVersion }),
    ...(badPrincipal === undefined ? {} : { principals: form.badPrincipal(badPrincipal) }),
  };
}

/** The request of a form; undefined while something is missing or wrong. */
export function requestOf(inputs: ApprovalInputs): KeptApproval | undefined {
  const start = instantOf(inputs.start);
  const end = instantOf(inputs.end);
  const system = inputs.system.trim();
  const id = inputs.id.trim();
  const isFaulty = Object.keys(faultsOf(inputs)).length > 0;
  if (start === undefined || end === undefined || system === "" || id === "" || isFaulty) {
    return undefined;
  }
  const given = (["title", "requester", "link"] as const).flatMap((field) => {
    const value = inputs[field].trim();
    return value === "" ? [] : [[field, value] as const];
  });
  return {
    system,
    id,
    request: {
      version: Number(inputs.version),
      state: inputs.state,
      ...Object.fromEntries(given),
      approvers: linesOf(inputs.approvers),
      window: { start, end },
      scope: {
        accounts: linesOf(inputs.accounts),
        regions: linesOf(inputs.regions),
        services: linesOf(inputs.services),
        actions: linesOf(inputs.actions),
        resources: linesOf(inputs.resources),
        principals: linesOf(inputs.principals).flatMap((line) => principalOf(line) ?? []),
      },
      emergency: inputs.isEmergency,
      ...(inputs.isEverythingMeant ? { confirmation: "everything" as const } : {}),
    },
  };
}

/** The field of the form to which a place in the request belongs. */
export function fieldOf(place: string): string {
  const plain = place.replace(/\[.*$/, "");
  const named: Record<string, string> = { "window.start": "start", "window.end": "end", scope: "isEverythingMeant" };
  return named[plain] ?? plain.replace(/^scope\./, "");
}
