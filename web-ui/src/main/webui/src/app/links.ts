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

/** The editor of a tenant with an execution and its result in it. */
export const toExecution = (tenant: string, execution: string): string =>
  `${toEditor(tenant)}?execution=${encodeURIComponent(execution)}`;

/** The schedules of a tenant. */
export const toSchedules = (tenant: string): string => `/t/${encodeURIComponent(tenant)}/schedules`;

/** The form of a new schedule, of a kept query where one is given. */
export const toNewSchedule = (tenant: string, query?: string): string =>
  `/t/${encodeURIComponent(tenant)}/new-schedule${query === undefined ? "" : `?query=${encodeURIComponent(query)}`}`;

/** One schedule of a tenant. */
export const toSchedule = (tenant: string, schedule: string): string =>
  `${toSchedules(tenant)}/${encodeURIComponent(schedule)}`;

/** The form that changes a schedule. */
export const toChangeSchedule = (tenant: string, schedule: string): string => `${toSchedule(tenant, schedule)}/change`;

/** One run of a schedule. */
export const toScheduleRun = (tenant: string, schedule: string, run: string): string =>
  `${toSchedule(tenant, schedule)}/runs/${encodeURIComponent(run)}`;

/** The exports of a tenant. */
export const toExports = (tenant: string): string => `/t/${encodeURIComponent(tenant)}/exports`;

/** One export of a tenant. */
export const toExport = (tenant: string, id: string): string => `${toExports(tenant)}/${encodeURIComponent(id)}`;

/** The destinations of a tenant. */
export const toDestinations = (tenant: string): string => `/t/${encodeURIComponent(tenant)}/destinations`;

/** The change ledger of a tenant. */
export const toChanges = (tenant: string): string => `/t/${encodeURIComponent(tenant)}/changes`;

/** One change of a tenant. */
export const toChange = (tenant: string, id: string): string => `${toChanges(tenant)}/${encodeURIComponent(id)}`;

/** How the changes of a tenant are read, judged and told. */
export const toChangeSettings = (tenant: string): string => `/t/${encodeURIComponent(tenant)}/change-settings`;

/** The changes of a tenant that need no approval. */
export const toExclusions = (tenant: string): string => `/t/${encodeURIComponent(tenant)}/exclusions`;

/** The approvals of a tenant. */
export const toApprovals = (tenant: string): string => `/t/${encodeURIComponent(tenant)}/approvals`;

/** One approval of a tenant. */
export const toApproval = (tenant: string, system: string, id: string): string =>
  `${toApprovals(tenant)}/${encodeURIComponent(system)}/${encodeURIComponent(id)}`;

/** The notification channels of a tenant. */
export const toChannels = (tenant: string): string => `/t/${encodeURIComponent(tenant)}/notification-channels`;

/** The form of a new approval. */
export const toNewApproval = (tenant: string): string => `/t/${encodeURIComponent(tenant)}/new-approval`;

/** The adapters by which systems send approvals of a tenant. */
export const toAdapters = (tenant: string): string => `/t/${encodeURIComponent(tenant)}/approval-adapters`;

/** The signing keys of the installation, on a page of the tenant. */
export const toSigningKeys = (tenant: string): string => `/t/${encodeURIComponent(tenant)}/signing-keys`;

/** The months of a tenant, by what they cost. */
export const toChargeback = (tenant: string): string => `/t/${encodeURIComponent(tenant)}/chargeback`;

/** The statement of a month. */
export const toStatement = (tenant: string, month: string): string =>
  `${toChargeback(tenant)}/statements/${encodeURIComponent(month)}`;

/** The events behind a line of a statement. */
export const toLineEvents = (tenant: string, month: string, line: string): string =>
  `${toStatement(tenant, month)}/lines/${encodeURIComponent(line)}`;

/** What a tenant's usage is counted by. */
export const toMeters = (tenant: string): string => `${toChargeback(tenant)}/meters`;

/** One meter. */
export const toMeter = (tenant: string, meter: string): string => `${toMeters(tenant)}/${encodeURIComponent(meter)}`;

/** The form of a new meter. */
export const toNewMeter = (tenant: string): string => `${toChargeback(tenant)}/new-meter`;

/** Who pays for a tenant's usage. */
export const toAllocation = (tenant: string): string => `${toChargeback(tenant)}/allocation`;

/** What a tenant's usage costs. */
export const toRates = (tenant: string): string => `${toChargeback(tenant)}/rates`;
