import { describe, expect, it } from "vitest";
import { conditionsOf, sentenceOf } from "./scopeText";

const NOTHING = { accounts: [], regions: [], services: [], actions: [], resources: [], principals: [] };

describe("a scope in words", () => {
  it("says that it fits everything", () => {
    expect(sentenceOf(NOTHING)).toBe("Every change");
    expect(conditionsOf(NOTHING)).toEqual([]);
  });

  it("joins conditions, of each of which one entry has to fit", () => {
    expect(
      sentenceOf({
        ...NOTHING,
        accounts: ["111122223333", "444455556666"],
        actions: ["ec2:*"],
        principals: [
          { kind: "role", pattern: "Deployer" },
          { kind: "session-name", pattern: "ann*" },
        ],
      }),
    ).toBe("Changes by action ec2:*, in account 111122223333 or 444455556666, made by role Deployer or session ann*");
  });
});
