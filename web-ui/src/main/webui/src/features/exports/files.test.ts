import { describe, expect, it } from "vitest";
import { filesOf } from "./files";

const file = { name: "result_1.csv.gz", bytes: 10, rows: 1, sha256: "ab" };

describe("files of an export", () => {
  it("has the proof beside the result once it has succeeded", () => {
    expect(filesOf({ state: "succeeded", files: [file] }).map(({ name }) => name)).toEqual([
      "result_1.csv.gz",
      "result_sign.json",
      "result_statement.dsse.json",
    ]);
  });

  it.each(["queued", "delivering", "failed", "cancelled"] as const)("has no proof while it is %s", (state) => {
    expect(filesOf({ state, files: [file] })).toEqual([file]);
  });
});
