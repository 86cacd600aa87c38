import { describe, expect, it } from "vitest";
import { addressOf, filtersOf, NO_FILTERS, queryOf } from "./filters";

const NOW = Date.parse("2026-11-28T10:20:30Z");

describe("the filters of changes", () => {
  it("asks for what is filled in, from a whole hour on", () => {
    const query = queryOf({ ...NO_FILTERS, verdict: "unapproved", who: " ann ", days: "7" }, NOW);
    expect(query.toString()).toBe("verdict=unapproved&who=ann&from=2026-11-21T10%3A00%3A00.000Z");
    expect(queryOf({ ...NO_FILTERS, days: "" }, NOW).toString()).toBe("");
  });

  it("comes back from its address", () => {
    const filters = { ...NO_FILTERS, origin: "console" as const, days: "" as const };
    expect(addressOf(filters).toString()).toBe("origin=console&days=");
    expect(filtersOf(addressOf(filters))).toEqual(filters);
    expect(filtersOf(new URLSearchParams())).toEqual(NO_FILTERS);
  });
});
