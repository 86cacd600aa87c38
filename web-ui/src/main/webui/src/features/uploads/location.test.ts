import { expect, it } from "vitest";
import { locationOf } from "./location";

it("names the known parts of a location", () => {
  expect(locationOf({ inside: "a.json", record: 3, byte: 900, line: 1200 })).toBe("in a.json, line 1,200, record 3");
  expect(locationOf({ record: 2, byte: 77 })).toBe("record 2, byte 77");
  expect(locationOf({})).toBe("");
});
