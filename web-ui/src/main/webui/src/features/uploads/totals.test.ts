import { expect, it } from "vitest";
import { anUpload } from "./anUpload";
import { partsOf, reasonsOf, pendingOf } from "./totals";

const CORPUS = anUpload({
  received: 5638,
  stored: 3290,
  duplicate: 2064,
  conflicting: 99,
  rejected: 185,
  reasons: { "no-event-id": 23, "no-readable-event-time": 162 },
});

it("shows parts that add up to what was received", () => {
  const parts = partsOf(CORPUS);
  expect(parts.map(({ part }) => part)).toEqual(["stored", "duplicate", "conflicting", "filtered", "rejected"]);
  expect(parts.reduce((sum, { count }) => sum + count, 0)).toBe(CORPUS.received);
  expect(pendingOf(CORPUS)).toBe(0);
});

it("shows how many records of a dry run would be stored", () => {
  const dry = { ...CORPUS, dryRun: true, admitted: 3290, stored: 0 };
  expect(partsOf(dry)).toContainEqual({ part: "admitted", count: 3290 });
  expect(pendingOf(dry)).toBe(0);
});

it("counts received records that are not stored yet", () => {
  expect(pendingOf({ ...CORPUS, state: "WRITING", stored: 3000 })).toBe(290);
});

it("puts the most frequent reason first", () => {
  expect(reasonsOf(CORPUS).map(({ reason }) => reason)).toEqual(["no-readable-event-time", "no-event-id"]);
});
