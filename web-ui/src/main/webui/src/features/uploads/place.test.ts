import { expect, it } from "vitest";
import { placeOf } from "./place";

it("says where a record stands, as far as it is known", () => {
  expect(placeOf({ inside: "a.json", record: 3, byte: 900, line: 1200 })).toBe("in a.json, line 1,200, record 3");
  expect(placeOf({ record: 2, byte: 77 })).toBe("record 2, byte 77");
  expect(placeOf({})).toBe("");
});
