import { expect, it } from "vitest";
import { anUpload } from "./anUpload";
import { warningsOf } from "./warnings";
import { named } from "./names";

const NONE = { examples: [], failures: [] };

it("has no warnings for admitted accounts", () => {
  const accounts = [{ id: "111111111111", state: "admitted" as const, count: 4 }];
  expect(warningsOf({ ...NONE, totals: anUpload({ dryRun: true, admitted: 4, accounts }) })).toEqual([]);
});

it("names accounts, those of other tenants first, then unreadable files and rejected records", () => {
  const accounts = [
    { id: "111111111111", state: "new" as const, count: 1 },
    { id: "222222222222", state: "foreign" as const, count: 1200 },
    { id: "333333333333", state: "not-admitted" as const, count: 2 },
  ];
  const [file] = named([new File([""], "b.json")]);
  const failures = file ? [{ file, problem: { type: "about:blank", title: "Too large", status: 413 } }] : [];
  const totals = anUpload({ dryRun: true, admitted: 3, rejected: 2, accounts });
  expect(warningsOf({ examples: [], failures, totals })).toEqual([
    "Account 222222222222 is in use by another tenant: 1,200 events.",
    "Account 111111111111 is new to this tenant: 1 event.",
    "Account 333333333333 is not admitted to this tenant: 2 events would be rejected.",
    "b.json could not be read and would be left out: Too large",
    "2 records would be rejected.",
  ]);
});

it("names five of many accounts and counts the others", () => {
  const accounts = Array.from({ length: 7 }, (_, index) => ({ id: `${index}`, state: "new" as const, count: 1 }));
  const warnings = warningsOf({ ...NONE, totals: anUpload({ dryRun: true, admitted: 7, accounts }) });
  expect(warnings).toHaveLength(6);
  expect(warnings[5]).toBe("2 more accounts are new: see the table of accounts.");
});

it("warns if nothing would be stored", () => {
  expect(warningsOf({ ...NONE, totals: anUpload({ dryRun: true, admitted: 0 }) })).toEqual([
    "Nothing would be stored.",
  ]);
});
