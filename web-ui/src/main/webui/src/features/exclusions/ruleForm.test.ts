import { describe, expect, it } from "vitest";
import { EMPTY, isComplete, ruleOf } from "./ruleForm";

const inputs = { ...EMPTY, name: " Tags ", reason: "noise", actions: "ec2:CreateTags, ec2:DeleteTags" };

describe("the form of a rule", () => {
  it("sends lists that are filled in, and patterns under one kind", () => {
    expect(ruleOf({ ...inputs, principalKind: "role", principals: "Cost*\nTag*", expires: "2027-01-31" })).toEqual({
      kind: "exclusion",
      name: "Tags",
      reason: "noise",
      scope: {
        actions: ["ec2:CreateTags", "ec2:DeleteTags"],
        principals: [
          { kind: "role", pattern: "Cost*" },
          { kind: "role", pattern: "Tag*" },
        ],
      },
      expiresAt: "2027-01-31T00:00:00Z",
    });
  });

  it("needs a name, a reason, and a scope or the word that everything is meant", () => {
    expect(isComplete(inputs)).toBe(true);
    expect(isComplete({ ...inputs, reason: " " })).toBe(false);
    expect(isComplete({ ...inputs, actions: "" })).toBe(false);
    expect(isComplete({ ...inputs, actions: "", isEverything: true })).toBe(true);
    expect(isComplete({ ...inputs, expires: "soon" })).toBe(false);
  });
});
