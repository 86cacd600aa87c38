import { describe, expect, it } from "vitest";
import { barsOf } from "./chart";

describe("the chart of changes", () => {
  it("has a place for each day, and the alarming first", () => {
    const bars = barsOf([
      { day: "2026-11-03", verdict: "approved", changes: 4 },
      { day: "2026-11-01", verdict: "unapproved", changes: 2 },
      { day: "2026-11-01", verdict: "approved", changes: 1 },
    ]);
    expect(bars.map(({ verdict }) => verdict)).toEqual(["unapproved", "approved"]);
    expect(bars[0]?.values.map(({ y }) => y)).toEqual([2, 0, 0]);
    expect(bars[1]?.values.map(({ y }) => y)).toEqual([1, 0, 4]);
    expect(bars[1]?.values[1]?.x.toISOString()).toBe("2026-11-02T00:00:00.000Z");
  });

  it("is empty without changes", () => {
    expect(barsOf([])).toEqual([]);
  });
});
