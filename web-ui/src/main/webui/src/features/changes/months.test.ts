import { describe, expect, it } from "vitest";
import { monthsBefore } from "./months";

describe("the months of reports", () => {
  it("goes back over the turn of the year, by UTC", () => {
    expect(monthsBefore(Date.parse("2026-02-01T00:30:00+01:00"), 3)).toEqual(["2026-01", "2025-12", "2025-11"]);
    expect(monthsBefore(Date.parse("2026-03-31T23:59:59Z"), 2)).toEqual(["2026-03", "2026-02"]);
  });
});
