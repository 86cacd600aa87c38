import { describe, expect, it } from "vitest";
import { documentOf, faultsOf, inputsOf, newRule, summaryOf } from "./allocationForm";
import { changed, moved } from "./rows";

const kept = {
  version: 3,
  rules: [
    { name: "Orders", costCentre: "Sales", function: "*orders*" },
    { name: "Rest", costCentre: "IT", account: "*", validFrom: "2026-01-01", validTo: "2027-01-01" },
  ],
};

describe("the form of allocation rules", () => {
  it("sends what it was filled with, based on the version that was read", () => {
    expect(documentOf(inputsOf(kept), 3)).toEqual(kept);
  });

  it("sends rules in the order they were moved to", () => {
    const { rules } = inputsOf(kept);
    expect(documentOf({ rules: moved(rules, 1, -1) }, 3)?.rules.map(({ name }) => name)).toEqual(["Rest", "Orders"]);
  });

  it("sends nothing while a rule has no name or cost centre", () => {
    const { rules } = inputsOf(kept);
    const added = newRule(rules);
    expect(documentOf({ rules: [...rules, added] }, 3)).toBeUndefined();
    const filledIn = changed([...rules, added], added.key, { name: " New ", costCentre: "HR", role: "*hr*" });
    expect(documentOf({ rules: filledIn }, 3)?.rules[2]).toEqual({ name: "New", costCentre: "HR", role: "*hr*" });
  });

  it.each(["2026-02-30", "May", "2026-05"])("says where %s is no day", (day) => {
    const wrong = { rules: changed(inputsOf(kept).rules, 1, { validTo: day }) };
    expect(Object.keys(faultsOf(wrong))).toEqual(["rules[1].validTo"]);
    expect(documentOf(wrong, 3)).toBeUndefined();
  });

  it("says a rule in a line", () => {
    expect(inputsOf(kept).rules.map(summaryOf)).toEqual([
      "to Sales; Function or resource *orders*",
      "to IT; Account *; from 2026-01-01; until 2027-01-01",
    ]);
  });
});
