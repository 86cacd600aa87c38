import { describe, expect, it } from "vitest";
import type { Adapter } from "../../api/approvalTypes";
import { EMPTY, faultsOf, inputOf, inputsOf, requestOf } from "./adapterForm";

const jira: Adapter = {
  id: "0197",
  name: "Desk",
  kind: "jira",
  settings: {
    system: "jira-eu",
    fields: { windowStart: "customfield_1", windowEnd: "customfield_2", accounts: "customfield_3" },
    states: { "in review": "requested" },
    window: "PT4H",
    defaultScope: {
      accounts: [],
      regions: ["eu-central-1"],
      services: [],
      actions: [],
      resources: [],
      principals: [{ kind: "role", pattern: "Ops*" }],
    },
    confirmation: "everything",
  },
  path: "/v1/x",
  version: 3,
  createdAt: "2026-05-01T00:00:00Z",
  changedAt: "2026-05-01T00:00:00Z",
};

describe("the form of an adapter", () => {
  it("sends what belongs to the kind only", () => {
    const inputs = { ...EMPTY, name: " Desk ", deployRole: "deployer", startField: "customfield_1", endField: "c2" };
    expect(requestOf(inputs)).toEqual({ name: "Desk", kind: "servicenow", settings: {} });
    expect(requestOf({ ...inputs, kind: "team" })?.settings).toEqual({});
    expect(requestOf({ ...inputs, kind: "jira" })?.settings).toEqual({
      fields: { windowStart: "customfield_1", windowEnd: "c2" },
    });
    expect(requestOf({ ...inputs, kind: "github", window: { amount: " 30 ", unit: "minutes" } })?.settings).toEqual({
      window: "PT1800S",
      deployRole: "deployer",
    });
  });

  it("keeps all settings of an adapter that is changed", () => {
    expect(requestOf({ ...inputsOf(jira), name: "Help desk" })).toEqual({
      name: "Help desk",
      kind: "jira",
      settings: {
        system: "jira-eu",
        fields: { accounts: "customfield_3", windowStart: "customfield_1", windowEnd: "customfield_2" },
        states: { "in review": "requested" },
        defaultScope: { regions: ["eu-central-1"], principals: [{ kind: "role", pattern: "Ops*" }] },
        confirmation: "everything",
      },
    });
  });

  it("sends nothing that is not whole, and says where it is wrong", () => {
    expect(requestOf(EMPTY)).toBeUndefined();
    expect(requestOf({ ...EMPTY, name: "x", kind: "jira", startField: "a" })).toBeUndefined();
    const wrong = { ...EMPTY, name: "x", fields: "owner=u_owner", states: "done=finished", principals: "Ops" };
    expect(requestOf(wrong)).toBeUndefined();
    expect(Object.keys(faultsOf(wrong))).toEqual(["fields", "states", "principals"]);
    const soon = { ...EMPTY, kind: "github" as const, window: { amount: "soon", unit: "hours" as const } };
    expect(Object.keys(faultsOf(soon))).toEqual(["window"]);
  });

  it.each([
    ["name", "name"],
    ["settings.system", "system"],
    ["settings.fields.windowStart", "startField"],
    ["settings.fields.accounts", "fields"],
    ["settings.defaultScope.actions[2]", "actions"],
    ["settings.window", "window"],
  ])("shows what is refused of %s at the field %s", (place, field) => {
    expect(inputOf(place)).toBe(field);
  });
});
