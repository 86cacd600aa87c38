import { describe, expect, it } from "vitest";
import type { StatementLine } from "../../api/chargeback";
import { priceOf } from "./price";

const line: StatementLine = {
  id: "1",
  meter: "m",
  costCentre: "CC",
  payer: [],
  prices: [],
  quantity: "3",
  amount: "0.00",
};

describe("the price of a line", () => {
  it("is missing where no rate was valid", () => {
    expect(priceOf(line)).toBeUndefined();
  });

  it("is one price, or several with their quantities", () => {
    const first = { price: "0.5", quantity: "2" };
    expect(priceOf({ ...line, rateFrom: "2026-05-01", prices: [first] })).toBe("0.5");
    expect(priceOf({ ...line, rateFrom: "2026-05-01", prices: [first, { price: "0", quantity: "1" }] })).toBe(
      "2 × 0.5 + 1 × 0",
    );
  });
});
