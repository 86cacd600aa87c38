/** The list of tenants. */
export const toTenants = (): string => "/";

/** The editor of a tenant, with a statement in it where one is given. */
export const toEditor = (tenant: string, statement?: string): string =>
  `/t/${encodeURIComponent(tenant)}${statement === undefined ? "" : `?statement=${encodeURIComponent(statement)}`}`;
