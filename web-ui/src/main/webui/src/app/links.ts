/** The list of tenants. */
export const toTenants = (): string => "/";

/** The editor of a tenant, with a statement in it where one is given. */
export const toEditor = (tenant: string, statement?: string): string =>
  `/t/${encodeURIComponent(tenant)}${statement === undefined ? "" : `?statement=${encodeURIComponent(statement)}`}`;

/** The uploads of a tenant. */
export const toUploads = (tenant: string): string => `/t/${encodeURIComponent(tenant)}/uploads`;

/** One upload of a tenant. */
export const toUpload = (tenant: string, upload: string): string => `${toUploads(tenant)}/${upload}`;

/** The import page of a tenant. */
export const toImport = (tenant: string): string => `/t/${encodeURIComponent(tenant)}/import`;
