import { describe, expect, it } from "vitest";
import { instantOf, momentInput, onClock, timeZones } from "./moments";

describe("moments", () => {
  it.each([
    ["2026-05-01", "2026-05-01T00:00:00.000Z"],
    [" 2026-05-01 08:30 ", "2026-05-01T08:30:00.000Z"],
    ["2026-05-01T08:30:15Z", "2026-05-01T08:30:15.000Z"],
    ["2026-05-01 08:30 UTC", "2026-05-01T08:30:00.000Z"],
  ])("reads %j", (input, instant) => {
    expect(instantOf(input)).toBe(instant);
  });

  it.each(["", "tomorrow", "2026-02-30", "2026-13-01", "2026-05-01 25:00", "01.05.2026"])("refuses %j", (input) => {
    expect(instantOf(input)).toBeUndefined();
  });

  it("shows what it reads again", () => {
    expect(momentInput("2026-05-01T08:30:00Z")).toBe("2026-05-01 08:30");
    expect(instantOf(momentInput("2026-05-01T08:30:15Z"))).toBe("2026-05-01T08:30:15.000Z");
    expect(momentInput(undefined)).toBe("");
  });

  it("tells a moment on the clock of a zone through a change of it", () => {
    expect(onClock("2026-03-27T07:00:00Z", "Europe/Berlin")).toContain("08:00");
    expect(onClock("2026-03-30T06:00:00Z", "Europe/Berlin")).toContain("08:00");
  });

  it("knows UTC once", () => {
    expect(timeZones().filter((zone) => zone === "UTC")).toHaveLength(1);
    expect(timeZones()).toContain("Europe/Berlin");
  });
});
