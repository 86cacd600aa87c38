import { describe, expect, it } from "vitest";
import { EMPTY, faultsOf, fieldOf, principalOf, requestOf } from "./approvalForm";

const filled = {
  ...EMPTY,
  system: " change-desk ",
  id: "CHG0031",
  version: "3",
  title: " Resize ",
  approvers: "bob@example.com\n\n cleo@example.com ",
  start: "2026-05-04 10:00",
  end: "2026-05-04 12:00",
  actions: "ec2:*\nrds:Modify*",
  principals: "role=Deployer\nsession-name = ann=x",
};

describe("the form of an approval", () => {
  it("sends what is filled in", () => {
    expect(requestOf(filled)).toEqual({
      system: "change-desk",
      id: "CHG0031",
      request: {
        version: 3,
        state: "approved",
        title: "Resize",
        approvers: ["bob@example.com", "cleo@example.com"],
        window: { start: "2026-05-04T10:00:00.000Z", end: "2026-05-04T12:00:00.000Z" },
        scope: {
          accounts: [],
          regions: [],
          services: [],
          actions: ["ec2:*", "rds:Modify*"],
          resources: [],
          principals: [
            { kind: "role", pattern: "Deployer" },
            { kind: "session-name", pattern: "ann=x" },
          ],
        },
        emergency: false,
      },
    });
    expect(requestOf({ ...filled, isEverythingMeant: true })?.request.confirmation).toBe("everything");
  });

  it("sends nothing that is not whole", () => {
    expect(requestOf(EMPTY)).toBeUndefined();
    expect(requestOf({ ...filled, end: "noon" })).toBeUndefined();
    expect(requestOf({ ...filled, id: " " })).toBeUndefined();
    expect(requestOf({ ...filled, version: "0" })).toBeUndefined();
    expect(requestOf({ ...filled, principals: "Deployer" })).toBeUndefined();
  });

  it("says which field is at fault", () => {
    expect(faultsOf(filled)).toEqual({});
    expect(
      Object.keys(faultsOf({ ...filled, start: "2026-02-30 10:00", version: "1.5", principals: "who=ann" })),
    ).toEqual(["start", "version", "principals"]);
    expect(principalOf("arn=")).toBeUndefined();
  });

  it("finds the field of a place in the request", () => {
    expect(fieldOf("window.end")).toBe("end");
    expect(fieldOf("scope.accounts[1]")).toBe("accounts");
    expect(fieldOf("scope.principals[0].pattern")).toBe("principals");
    expect(fieldOf("scope")).toBe("isEverythingMeant");
    expect(fieldOf("approvers[0]")).toBe("approvers");
  });
});
