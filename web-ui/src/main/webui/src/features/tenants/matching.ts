import type { TenantMembership } from "../../api/types";

/** Tenants whose name or short name holds the words, in the order of their names. */
export function matching(tenants: TenantMembership[], words: string): TenantMembership[] {
  const wanted = words.trim().toLowerCase();
  return tenants
    .filter((tenant) => `${tenant.name} ${tenant.slug}`.toLowerCase().includes(wanted))
    .sort((one, other) => one.name.localeCompare(other.name));
}
