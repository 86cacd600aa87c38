import { describe, expect, it } from "vitest";
import { count, duration, moment, size } from "./format";

describe("format", () => {
  it.each([
    [0, "0 ms"],
    [812.4, "812 ms"],
    [3210, "3.2 s"],
    [125_000, "2 min 05 s"],
  ])("writes %d milliseconds as people say them", (millis, words) => {
    expect(duration(millis)).toBe(words);
  });

  it.each([
    [999, "999 B"],
    [3_141_592, "3.1 MB"],
    [2e15, "2000.0 TB"],
  ])("writes %d bytes in decimal units", (bytes, words) => {
    expect(size(bytes)).toBe(words);
  });

  it("groups the digits of large numbers", () => {
    expect(count(1_234_567)).toBe("1,234,567");
  });

  it("tells moments in UTC, whatever zone they were written in", () => {
    expect(moment("2026-03-02T10:14:05.123+02:00")).toBe("2026-03-02 08:14:05 UTC");
  });
});
