import { describe, expect, it } from "vitest";
import type { ChangeSettings } from "../../api/changeTypes";
import { faultsOf, inputsOf, refusalsOf, settingsOf } from "./settingsForm";

const settings: ChangeSettings = {
  waitingTime: "PT14400S",
  clockSkew: "PT0S",
  groupGap: "PT600S",
  breakGlass: [{ kind: "role", pattern: "BreakGlass*" }],
  stores: ["$EDS_ID", "evidence"],
  dataEvents: true,
  fromPosition: 7,
  channels: ["0197-a"],
};

describe("the form of the ledger's settings", () => {
  it("sends what it was filled with", () => {
    expect(settingsOf(inputsOf(settings))).toEqual(settings);
  });

  it("shows durations in their largest unit, and principals one a line", () => {
    const inputs = inputsOf(settings);
    expect(inputs.waitingTime).toEqual({ amount: "4", unit: "hours" });
    expect(inputs.groupGap).toEqual({ amount: "10", unit: "minutes" });
    expect(inputs.breakGlass).toBe("role=BreakGlass*");
  });

  it("sends nothing while a field is wrong, and says at which", () => {
    const wrong = {
      ...inputsOf(settings),
      groupGap: { amount: "soon", unit: "minutes" as const },
      breakGlass: "group=Admins",
      stores: [],
      fromPosition: "-1",
    };
    expect(settingsOf(wrong)).toBeUndefined();
    expect(Object.keys(faultsOf(wrong))).toEqual(["groupGap", "breakGlass", "stores", "fromPosition"]);
  });

  it("shows refusals of entries at the field of their list", () => {
    expect(
      refusalsOf([
        { field: "waitingTime", reason: "must be between PT0S and PT720H" },
        { field: "stores[0]", reason: "must be a store" },
        { field: "stores[1]", reason: "must be a store" },
      ]),
    ).toEqual({
      waitingTime: "must be between PT0S and PT720H",
      stores: "stores[0] must be a store; stores[1] must be a store",
    });
  });
});
