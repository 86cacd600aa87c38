import { expect, it } from "vitest";
import { bytesOf, named } from "./names";

const file = (name: string, content = "{}") => new File([content], name);

it("gives each file a name of its own, in the order in which they were chosen", () => {
  const names = named([file("a.json"), file("b.json"), file("a.json"), file("a.json")]).map((each) => each.name);
  expect(names).toEqual(["a.json", "b.json", "a.json (2)", "a.json (3)"]);
});

it("takes no name that another file has by itself", () => {
  const names = named([file("a"), file("a (2)"), file("a")]).map((each) => each.name);
  expect(new Set(names).size).toBe(3);
});

it("adds up their sizes", () => {
  expect(bytesOf(named([file("a", "12"), file("b", "345")]))).toBe(5);
});
