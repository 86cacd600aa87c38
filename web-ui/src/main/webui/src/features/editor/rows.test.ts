import { describe, expect, it } from "vitest";
import { cellText, readableText, rowsOf } from "./rows";

describe("rows", () => {
  it("numbers rows through all pages", () => {
    const pages = [
      { columns: [], rows: [["a"], ["b"]] },
      { columns: [], rows: [["c"]] },
    ];
    expect(rowsOf(pages, 1)).toEqual([{ number: 3, cells: ["c"] }]);
    expect(rowsOf(pages, 2)).toEqual([]);
  });

  it("tells null from the text null", () => {
    expect(cellText(null)).toBeUndefined();
    expect(cellText("null")).toBe("null");
    expect(cellText(false)).toBe("false");
    expect(cellText(0)).toBe("0");
  });

  it("indents JSON, also inside of text, and leaves other text alone", () => {
    expect(readableText('{"a":1}')).toBe('{\n  "a": 1\n}');
    expect(readableText({ a: [1] })).toBe('{\n  "a": [\n    1\n  ]\n}');
    expect(readableText("{not json")).toBe("{not json");
  });
});
