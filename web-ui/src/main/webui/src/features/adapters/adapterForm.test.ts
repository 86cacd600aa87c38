import { describe, expect, it } from "vitest";
import { areHours, EMPTY, requestOf } from "./adapterForm";

describe("the form of an adapter", () => {
  it("sends what belongs to the kind only", () => {
    const inputs = { ...EMPTY, name: " Desk ", deployRole: "deployer", startField: "customfield_1", endField: "c2" };
    expect(requestOf(inputs)).toEqual({ name: "Desk", kind: "servicenow", settings: {} });
    expect(requestOf({ ...inputs, kind: "team" })?.settings).toEqual({});
    expect(requestOf({ ...inputs, kind: "jira" })?.settings).toEqual({
      fields: { windowStart: "customfield_1", windowEnd: "c2" },
    });
    expect(requestOf({ ...inputs, kind: "github", hours: " 8 " })?.settings).toEqual({
      window: "PT8H",
      deployRole: "deployer",
    });
  });

  it("sends nothing that is not whole", () => {
    expect(requestOf(EMPTY)).toBeUndefined();
    expect(requestOf({ ...EMPTY, name: "x", kind: "jira", startField: "a" })).toBeUndefined();
    expect(requestOf({ ...EMPTY, name: "x", kind: "github", hours: "0" })).toBeUndefined();
    expect(["1", "720", "721", "1.5", "x", ""].map(areHours)).toEqual([true, true, false, false, false, false]);
  });
});
