import { describe, expect, it } from "vitest";
import type { QueryContent } from "../../api/types";
import { changesBetween } from "./changes";

const query = (statement: string): QueryContent => ({
  title: "One",
  category: "other",
  tags: [],
  events: [],
  attack: [],
  parameters: [],
  columns: [],
  statement,
});

describe("changes between versions", () => {
  it("tells removed and added lines among those that stay", () => {
    const lines = changesBetween(query("SELECT 1\nFROM a"), query("SELECT 2\nFROM a"));
    expect(lines.map(({ kind, line }) => [kind, line])).toEqual([
      ["same", "One"],
      ["same", "other: "],
      ["removed", "SELECT 1"],
      ["added", "SELECT 2"],
      ["same", "FROM a"],
    ]);
  });

  it("takes all of a first version as new", () => {
    expect(changesBetween(undefined, query("SELECT 1")).every(({ kind }) => kind === "added")).toBe(true);
  });
});
