import { describe, expect, it } from "vitest";
import { documentOf, faultsOf, inputsOf, newRate, newTier, summaryOf } from "./rateForm";
import { changed, without } from "./rows";

const kept = {
  version: 2,
  currency: "EUR",
  rates: [
    {
      meter: "lambda-invocations",
      validFrom: "2020-01-01",
      validTo: "2026-06-01",
      tiers: [{ upTo: "1000000", price: "0.000000400000" }, { price: "0.0000002" }],
    },
  ],
};
const inputs = inputsOf(kept);
const [rate] = inputs.rates;
const tiers = rate?.tiers ?? [];

describe("the form of a rate card", () => {
  it("sends what it was filled with: no decimal goes through a number", () => {
    expect(documentOf(inputs, 2)).toEqual(kept);
  });

  it("has an end of each tier but the last", () => {
    const added = newTier(tiers);
    const more = { ...inputs, rates: changed(inputs.rates, 0, { tiers: [...tiers, { ...added, price: "0" }] }) };
    expect(documentOf(more, 2)).toBeUndefined();
    const fewer = { ...inputs, rates: changed(inputs.rates, 0, { tiers: without(tiers, 1) }) };
    expect(documentOf(fewer, 2)?.rates[0]?.tiers).toEqual([{ price: "0.000000400000" }]);
  });

  it("sends nothing while a rate is not filled in", () => {
    expect(documentOf({ ...inputs, rates: [...inputs.rates, newRate(inputs.rates)] }, 2)).toBeUndefined();
    expect(documentOf({ ...inputs, currency: "EU" }, 2)).toBeUndefined();
  });

  it.each(["0,5", "-1", "1e3", "free"])("says where %s is no price", (price) => {
    const wrong = { ...inputs, rates: changed(inputs.rates, 0, { tiers: changed(tiers, 1, { price }) }) };
    expect(Object.keys(faultsOf(wrong))).toEqual(["rates[0].tiers[1].price"]);
    expect(documentOf(wrong, 2)).toBeUndefined();
  });

  it("says a rate in a line", () => {
    expect(inputs.rates.map(summaryOf)).toEqual(["up to 1000000: 0.000000400000; above: 0.0000002; until 2026-06-01"]);
  });
});
