import { describe, expect, it } from "vitest";
import { addressesOf, channelOf, EMPTY, isComplete } from "./channelForm";

describe("the form of a notification channel", () => {
  it("takes addresses one a line or with commas between", () => {
    expect(addressesOf("ann@acme.example,\n bo@acme.example ;c@x.example\n")).toEqual([
      "ann@acme.example",
      "bo@acme.example",
      "c@x.example",
    ]);
  });

  it("sends only what belongs to the kind", () => {
    const inputs = { name: " Team ", kind: "email" as const, addresses: "a@x.example", url: "https://x.example" };
    expect(channelOf(inputs)).toEqual({ name: "Team", kind: "email", addresses: ["a@x.example"] });
    expect(channelOf({ ...inputs, kind: "webhook" })).toEqual({
      name: "Team",
      kind: "webhook",
      url: "https://x.example",
    });
  });

  it("needs a name and somewhere to send to", () => {
    expect(isComplete({ ...EMPTY, name: "Team" })).toBe(false);
    expect(isComplete({ ...EMPTY, name: "Team", addresses: "a@x.example" })).toBe(true);
    expect(isComplete({ ...EMPTY, name: "Team", kind: "slack", addresses: "a@x.example" })).toBe(false);
    expect(isComplete({ ...EMPTY, kind: "slack", url: "https://x.example" })).toBe(false);
  });
});
