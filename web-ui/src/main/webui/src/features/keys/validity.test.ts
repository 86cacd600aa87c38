import { describe, expect, it } from "vitest";
import { validityAt } from "./validity";

const from = "2026-05-01T00:00:00Z";
const until = "2026-05-31T00:00:00Z";

describe("the validity of a key", () => {
  it.each([
    ["2026-04-30T23:59:59Z", "future"],
    [from, "current"],
    [until, "current"],
    ["2026-05-31T00:00:01Z", "past"],
  ])("at %s", (now, state) => {
    expect(validityAt(Date.parse(now), from, until)).toBe(state);
  });
});
