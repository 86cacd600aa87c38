import { expect, it } from "vitest";
import { matching } from "./matching";
import type { TenantMembership } from "../../api/types";

const tenant = (slug: string, name: string): TenantMembership => ({
  id: slug,
  slug,
  name,
  role: "viewer",
  permissions: [],
});

it("finds tenants by name and short name, in the order of names", () => {
  const tenants = [tenant("initech", "Initech"), tenant("acme", "Acme Corporation")];
  expect(matching(tenants, "").map((each) => each.slug)).toEqual(["acme", "initech"]);
  expect(matching(tenants, " CORP ").map((each) => each.slug)).toEqual(["acme"]);
  expect(matching(tenants, "globex")).toEqual([]);
});
