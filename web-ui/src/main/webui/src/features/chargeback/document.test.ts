import { describe, expect, it } from "vitest";
import type { StatementLine } from "../../api/chargeback";
import { documentOf, priceOf, textOf } from "./document";

const line: StatementLine = {
  id: "1",
  meter: "m",
  costCentre: "CC",
  payer: [],
  prices: [],
  quantity: "3",
  amount: "0.00",
};

describe("a document", () => {
  it("is edited without its version, and kept with the one it was read in", () => {
    const text = textOf({ version: 3, currency: "EUR", rates: [] });
    expect(text).not.toContain("version");
    expect(documentOf(text, 3)).toEqual({ version: 3, currency: "EUR", rates: [] });
  });

  it("cannot name another version in its text", () => {
    expect(documentOf('{"version": 9}', 3)).toEqual({ version: 3 });
  });

  it.each(["", "{", "[]", "null", "1"])("is nothing where the text is %j", (text) => {
    expect(documentOf(text, 1)).toBeUndefined();
  });
});

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
