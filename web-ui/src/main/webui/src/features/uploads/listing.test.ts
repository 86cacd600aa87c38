import { expect, it } from "vitest";
import { anUpload } from "./anUpload";
import { listed } from "./listing";

const upload = (source: string, dryRun = false) => anUpload({ source, dryRun });

it("finds uploads by their source and leaves dry runs out, unless they are wanted", () => {
  const uploads = [upload("import /trails"), upload("console: Trail.json"), upload("console: trail.json", true)];
  expect(listed(uploads, "", false)).toHaveLength(2);
  expect(listed(uploads, " TRAIL.json", false).map((each) => each.source)).toEqual(["console: Trail.json"]);
  expect(listed(uploads, "trail.json", true)).toHaveLength(2);
  expect(listed(uploads, "nothing like it", true)).toEqual([]);
});
