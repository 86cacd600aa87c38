import type { ChangeSettings } from "../../api/changeTypes";
import { text } from "../../i18n/en";
import { linesOf, principalOf } from "../approvals/approvalForm";
import { amountOf, durationOf, isAmount, type Amount } from "../schedules/amounts";

/** What stands in the form of the ledger's settings. */
export interface SettingsInputs {
  waitingTime: Amount;
  clockSkew: Amount;
  groupGap: Amount;
  breakGlass: string;
  stores: readonly string[];
  hasDataEvents: boolean;
  fromPosition: string;
  channels: readonly string[];
}

/** The form of settings that there are. */
export function inputsOf(settings: ChangeSettings): SettingsInputs {
  return {
    waitingTime: amountOf(settings.waitingTime),
    clockSkew: amountOf(settings.clockSkew),
    groupGap: amountOf(settings.groupGap),
    breakGlass: settings.breakGlass.map(({ kind, pattern }) => `${kind}=${pattern}`).join("\n"),
    stores: settings.stores,
    hasDataEvents: settings.dataEvents,
    fromPosition: String(settings.fromPosition),
    channels: settings.channels,
  };
}

/** What cannot be sent as it is, by the field of the request. */
export function faultsOf(inputs: SettingsInputs): Partial<Record<keyof ChangeSettings, string>> {
  const { settings } = text.changes;
  const badPrincipal = linesOf(inputs.breakGlass).find((line) => principalOf(line) === undefined);
  return {
    ...(isAmount(inputs.waitingTime) ? {} : { waitingTime: settings.badAmount }),
    ...(isAmount(inputs.clockSkew) ? {} : { clockSkew: settings.badAmount }),
    ...(isAmount(inputs.groupGap) ? {} : { groupGap: settings.badAmount }),
    ...(badPrincipal === undefined ? {} : { breakGlass: text.approvals.form.badPrincipal(badPrincipal) }),
    ...(inputs.stores.length > 0 ? {} : { stores: settings.noStores }),
    ...(/^\d{1,15}$/.test(inputs.fromPosition.trim()) ? {} : { fromPosition: settings.badPosition }),
  };
}

/** The settings of a form; undefined while something is wrong. */
export function settingsOf(inputs: SettingsInputs): ChangeSettings | undefined {
  return Object.keys(faultsOf(inputs)).length > 0
    ? undefined
    : {
        waitingTime: durationOf(inputs.waitingTime),
        clockSkew: durationOf(inputs.clockSkew),
        groupGap: durationOf(inputs.groupGap),
        breakGlass: linesOf(inputs.breakGlass).flatMap((line) => principalOf(line) ?? []),
        stores: [...inputs.stores],
        dataEvents: inputs.hasDataEvents,
        fromPosition: Number(inputs.fromPosition.trim()),
        channels: [...inputs.channels],
      };
}

/** Why the service refused fields of the form. Of a list, all that is wrong stands at its field. */
export function refusalsOf(violations: readonly { field: string; reason: string }[] | undefined) {
  const faults: Partial<Record<string, string>> = {};
  for (const { field, reason } of violations ?? []) {
    const [name = field] = /^\w+/.exec(field) ?? [];
    const told = name === field ? reason : `${field} ${reason}`;
    faults[name] = faults[name] === undefined ? told : `${faults[name]}; ${told}`;
  }
  return faults;
}
