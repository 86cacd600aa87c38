import { describe, expect, it } from "vitest";
import { destinationOf, EMPTY, isComplete } from "./destinationForm";

const key = {
  ...EMPTY,
  name: " Archive ",
  bucket: "archive",
  accessKeyId: "AKIA1",
  secretAccessKey: "s",
  roleArn: "r",
};

describe("the form of a destination", () => {
  it("sends what is filled in, and one way of access", () => {
    expect(destinationOf(key)).toEqual({
      name: "Archive",
      bucket: "archive",
      accessKeyId: "AKIA1",
      secretAccessKey: "s",
    });
    expect(destinationOf({ ...key, access: "role", region: "eu-west-1" })).toEqual({
      name: "Archive",
      bucket: "archive",
      region: "eu-west-1",
      roleArn: "r",
    });
  });

  it("needs a secret with a key, and an ARN with a role", () => {
    expect(isComplete(key)).toBe(true);
    expect(isComplete({ ...key, secretAccessKey: "" })).toBe(false);
    expect(isComplete({ ...key, access: "role", secretAccessKey: "" })).toBe(true);
    expect(isComplete({ ...key, access: "role", roleArn: " " })).toBe(false);
  });
});
