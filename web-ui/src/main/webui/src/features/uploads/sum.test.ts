import { expect, it } from "vitest";
import { anUpload } from "./anUpload";
import { partsOf, reasonsOf, underWay } from "./sum";

const CORPUS = anUpload({
  received: 5638,
  stored: 3290,
  duplicate: 2064,
  conflicting: 99,
  setAside: 185,
  reasons: { "no-event-id": 23, "no-readable-event-time": 162 },
});

it("shows parts that add up to what was received", () => {
  const parts = partsOf(CORPUS);
  expect(parts.map(({ part }) => part)).toEqual(["stored", "duplicate", "conflicting", "filtered", "setAside"]);
  expect(parts.reduce((sum, { count }) => sum + count, 0)).toBe(CORPUS.received);
  expect(underWay(CORPUS)).toBe(0);
});

it("says of a dry run what would be written", () => {
  const dry = { ...CORPUS, dryRun: true, admitted: 5453, stored: 0, duplicate: 0, conflicting: 0 };
  expect(partsOf(dry)).toContainEqual({ part: "admitted", count: 5453 });
  expect(underWay(dry)).toBe(0);
});

it("knows what is received and not written yet", () => {
  expect(underWay({ ...CORPUS, state: "WRITING", stored: 3000 })).toBe(290);
});

it("puts the most frequent reason first", () => {
  expect(reasonsOf(CORPUS).map(({ reason }) => reason)).toEqual(["no-readable-event-time", "no-event-id"]);
});
