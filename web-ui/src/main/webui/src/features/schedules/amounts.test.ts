import { describe, expect, it } from "vitest";
import { amountOf, amountText, durationOf, isAmount, lengthText, secondsOf } from "./amounts";

describe("amounts", () => {
  it.each([
    ["PT15M", { amount: "15", unit: "minutes" }],
    ["PT24H", { amount: "1", unit: "days" }],
    ["P1DT12H", { amount: "36", unit: "hours" }],
    ["PT90S", { amount: "90", unit: "seconds" }],
    ["PT0S", { amount: "0", unit: "minutes" }],
    ["nonsense", { amount: "0", unit: "minutes" }],
  ] as const)("shows %s in its largest unit", (duration, amount) => {
    expect(amountOf(duration)).toEqual(amount);
  });

  it("writes durations that it reads again", () => {
    const amount = { amount: " 36 ", unit: "hours" } as const;
    expect(durationOf(amount)).toBe("PT129600S");
    expect(secondsOf(durationOf(amount))).toBe(36 * 3600);
  });

  it.each(["", "-1", "1.5", "many", "99999999999"])("refuses %j", (amount) => {
    expect(isAmount({ amount, unit: "days" })).toBe(false);
  });

  it("says one of a unit without the number", () => {
    expect(amountText("PT1H")).toBe("hour");
    expect(amountText("PT2H")).toBe("2 hours");
  });

  it("says how long one of a unit is", () => {
    expect(lengthText("PT24H")).toBe("1 day");
    expect(lengthText("PT0S")).toBe("0 minutes");
  });
});
