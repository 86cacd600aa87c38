import { describe, expect, it } from "vitest";
import { creditOf, EMPTY, faultOfAmount } from "./creditForm";

const inputs = { costCentre: "Sales", amount: " 12.50 ", reason: " Wrong price " };

describe("the form of a credit", () => {
  it("sends the decimal as it was typed", () => {
    expect(creditOf(inputs)).toEqual({ costCentre: "Sales", amount: "12.50", reason: "Wrong price" });
  });

  it("needs all three", () => {
    expect(creditOf(EMPTY)).toBeUndefined();
    expect(creditOf({ ...inputs, reason: " " })).toBeUndefined();
    expect(faultOfAmount(EMPTY)).toBeUndefined();
  });

  it.each(["-1", "1,5", "much"])("says that %s is no amount", (amount) => {
    expect(creditOf({ ...inputs, amount })).toBeUndefined();
    expect(faultOfAmount({ ...inputs, amount })).toBeDefined();
  });
});
