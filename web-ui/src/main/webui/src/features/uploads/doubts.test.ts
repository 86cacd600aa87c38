import { expect, it } from "vitest";
import { anUpload } from "./anUpload";
import { doubtsAbout } from "./doubts";
import { named } from "./names";

const NONE = { examples: [], failures: [] };

it("has none where all is as usual", () => {
  const accounts = [{ id: "111111111111", state: "admitted" as const, count: 4 }];
  expect(doubtsAbout({ ...NONE, sum: anUpload({ dryRun: true, admitted: 4, accounts }) })).toEqual([]);
});

it("names accounts, those of other tenants first, then what could not be read and what would be set aside", () => {
  const accounts = [
    { id: "111111111111", state: "new" as const, count: 1 },
    { id: "222222222222", state: "foreign" as const, count: 1200 },
    { id: "333333333333", state: "not-admitted" as const, count: 2 },
  ];
  const [file] = named([new File([""], "b.json")]);
  const failures = file ? [{ file, problem: { type: "about:blank", title: "Too large", status: 413 } }] : [];
  const sum = anUpload({ dryRun: true, admitted: 3, setAside: 2, accounts });
  expect(doubtsAbout({ examples: [], failures, sum })).toEqual([
    "Account 222222222222 is held by another tenant already: 1,200 events.",
    "Account 111111111111 is new here: 1 event.",
    "Account 333333333333 may not be held here: 2 events would be set aside.",
    "b.json could not be read and would be left out: Too large",
    "2 records would be set aside.",
  ]);
});

it("names five of many accounts and says how many more there are", () => {
  const accounts = Array.from({ length: 7 }, (_, index) => ({ id: `${index}`, state: "new" as const, count: 1 }));
  const doubts = doubtsAbout({ ...NONE, sum: anUpload({ dryRun: true, admitted: 7, accounts }) });
  expect(doubts).toHaveLength(6);
  expect(doubts[5]).toBe("2 more new here: all are named below.");
});

it("says when nothing would come of it", () => {
  expect(doubtsAbout({ ...NONE, sum: anUpload({ dryRun: true, admitted: 0 }) })).toEqual([
    "Nothing of it would be written.",
  ]);
});
