import type { TenantMembership } from "../api/types";
import { text } from "../i18n/en";

/** A colour of its own for each tenant, always the same: nobody asks the wrong customer by mistake. */
export function colourOf(tenantId: string): string {
  let hash = 0;
  for (const letter of tenantId) {
    hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 360;
  }
  return `hsl(${hash} 62% 45%)`;
}

/** Puts tenant, page and product into the title and the icon of the browser's tab. */
export function dressTab(tenant?: TenantMembership, page?: string): void {
  document.title = tenant && page !== undefined ? `${tenant.name} · ${page} · ${text.product}` : text.product;
  const icon = document.getElementById("icon");
  if (icon instanceof HTMLLinkElement) {
    icon.href = tenant ? tabIcon(tenant) : "/icon.svg";
  }
}

function tabIcon(tenant: TenantMembership): string {
  const letter = tenant.name
    .charAt(0)
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/u, "?");
  const drawing =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">` +
    `<rect width="32" height="32" rx="7" fill="${colourOf(tenant.id)}"/>` +
    `<text x="16" y="23" font-family="sans-serif" font-size="20" font-weight="700" text-anchor="middle" fill="#fff">` +
    `${letter}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(drawing)}`;
}
