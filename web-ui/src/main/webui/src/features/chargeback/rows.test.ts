import { describe, expect, it } from "vitest";
import { changed, filled, moved, nextKey, without } from "./rows";

const rows = [{ key: 0 }, { key: 4 }, { key: 2 }];
const keysOf = (some: { key: number }[]) => some.map(({ key }) => key);

describe("rows of a form", () => {
  it("are moved by one place, and not beyond the ends", () => {
    expect(keysOf(moved(rows, 2, -1))).toEqual([0, 2, 4]);
    expect(keysOf(moved(rows, 0, 1))).toEqual([4, 0, 2]);
    expect(keysOf(moved(rows, 0, -1))).toEqual([0, 4, 2]);
    expect(keysOf(moved(rows, 2, 1))).toEqual([0, 4, 2]);
    expect(keysOf(moved(rows, 9, 1))).toEqual([0, 4, 2]);
  });

  it("get keys that no other has", () => {
    expect(nextKey(rows)).toBe(5);
    expect(nextKey([])).toBe(0);
  });

  it("are changed and removed by their keys", () => {
    expect(changed([{ key: 1, name: "a" }], 1, { name: "b" })).toEqual([{ key: 1, name: "b" }]);
    expect(keysOf(without(rows, 4))).toEqual([0, 2]);
  });

  it("give only what is filled in", () => {
    expect(filled({ role: " *deploy* ", account: "  " }, ["role", "account"])).toEqual({ role: "*deploy*" });
  });
});
