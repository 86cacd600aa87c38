/** The list of tenants. */
export const toTenants = (): string => "/";

/** The editor of a tenant, with a statement in it where one is given. */
export const toEditor = (tenant: string, statement?: string): string =>
  `/t/${encodeURIComponent(tenant)}${statement === undefined ? "" : `?statement=${encodeURIComponent(statement)}`}`;

/** The editor of a tenant with a kept query in it. */
export const toEditorOf = (tenant: string, query: string): string =>
  `/t/${encodeURIComponent(tenant)}?query=${encodeURIComponent(query)}`;

/** The kept queries of a tenant. */
export const toQueries = (tenant: string): string => `/t/${encodeURIComponent(tenant)}/queries`;

/** One kept query of a tenant. */
export const toQuery = (tenant: string, query: string): string => `${toQueries(tenant)}/${encodeURIComponent(query)}`;

/** The operator's queries for customers. */
export const toCuration = (): string => "/curation";

/** The uploads of a tenant. */
export const toUploads = (tenant: string): string => `/t/${encodeURIComponent(tenant)}/uploads`;

/** One upload of a tenant. */
export const toUpload = (tenant: string, upload: string): string => `${toUploads(tenant)}/${upload}`;

/** The import page of a tenant. */
export const toImport = (tenant: string): string => `/t/${encodeURIComponent(tenant)}/import`;
