import {
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseMutationResult,
  type UseQueryResult,
} from "@tanstack/react-query";
import { get, post, put } from "./client";
import type { Page } from "./types";

const KEY = "chargeback";

/** A month that has a statement. The total is that of a closed one. */
export interface StatementSummary {
  month: string;
  state: "open" | "closed";
  currency?: string;
  total?: string;
  closedAt?: string;
}

/** A line of a statement. Decimals are texts. */
export interface StatementLine {
  id: string;
  meter: string;
  costCentre: string;
  payer: string[];
  rateFrom?: string;
  prices: { price: string; quantity: string }[];
  quantity: string;
  amount: string;
}

/** The statement of a month. */
export interface Statement {
  month: string;
  state: "open" | "closed";
  currency: string;
  readAt?: string;
  problems: string[];
  meters: { id: string; name: string; unit: string; payerColumns: string[]; quantity: string }[];
  costCentres: { name: string; amount: string; credited: string; due: string }[];
  lines: StatementLine[];
  total: string;
  credits: { id: string; costCentre: string; amount: string; reason: string; createdBy: string; createdAt: string }[];
  credited: string;
  due: string;
  closedBy?: string;
  closedAt?: string;
}

/** Events behind a line. */
export interface LineEvents {
  statement: string;
  values: Record<string, unknown>;
  quantity: string;
  columns: string[];
  rows: (string | number | boolean | null)[][];
  truncated: boolean;
  nextCursor?: string;
}

/** A meter. */
export interface Meter {
  id: string;
  name: string;
  unit: string;
  builtIn: boolean;
  enabled: boolean;
  statement: string;
  version: number;
}

/** What other rules would do to an open month. */
export interface AllocationPreview {
  month: string;
  currency: string;
  costCentres: { costCentre: string; before: string; after: string }[];
  rulesWithoutUsage: { index: number; name: string }[];
}

/** A document that is kept as a whole. */
export interface KeptDocument {
  version: number;
  [field: string]: unknown;
}

/** The documents that say who pays, and how much. */
export type DocumentName = "allocation-rules" | "rates";

function chargebackOf(tenant: string): string {
  return `/v1/tenants/${encodeURIComponent(tenant)}/chargeback`;
}

function statementOf(tenant: string, month: string): string {
  return `${chargebackOf(tenant)}/statements/${encodeURIComponent(month)}`;
}

function ifMatch(version: number): Record<string, string> {
  return { "If-Match": `"${String(version)}"` };
}

/** Where the browser downloads a statement; of a closed month also as a signed zip. */
export function statementFileAddress(tenant: string, month: string, form: "csv" | "pdf" | "zip"): string {
  return `${statementOf(tenant, month)}.${form}`;
}

/** The months of a tenant, the newest first. */
export function useStatements(tenant: string): UseQueryResult<StatementSummary[]> {
  return useQuery({
    queryKey: [KEY, tenant, "statements"],
    queryFn: async ({ signal }) =>
      (await get<Page<StatementSummary>>(`${chargebackOf(tenant)}/statements`, signal)).items,
  });
}

export function useStatement(tenant: string, month: string): UseQueryResult<Statement> {
  return useQuery({
    queryKey: [KEY, tenant, "statement", month],
    queryFn: ({ signal }) => get<Statement>(statementOf(tenant, month), signal),
  });
}

/** Reads the usage of an open month again, or closes one that has ended. */
export function useStatementStep(
  tenant: string,
  month: string,
): UseMutationResult<Statement, Error, "recount" | "close"> {
  return useChange(tenant, (step) => post<Statement>(`${statementOf(tenant, month)}/${step}`));
}

/** The events behind a line, page by page. */
export function useLineEvents(
  tenant: string,
  month: string,
  line: string,
): UseInfiniteQueryResult<InfiniteData<LineEvents>> {
  return useInfiniteQuery({
    queryKey: [KEY, tenant, "events", month, line],
    queryFn: ({ pageParam, signal }) => {
      const address = `${statementOf(tenant, month)}/lines/${encodeURIComponent(line)}/events`;
      const cursor = pageParam === "" ? "" : `?cursor=${encodeURIComponent(pageParam)}`;
      return get<LineEvents>(`${address}${cursor}`, signal);
    },
    initialPageParam: "",
    getNextPageParam: ({ nextCursor }) => nextCursor,
    // Each first page is an execution of its own.
    staleTime: Infinity,
  });
}

export function useMeters(tenant: string): UseQueryResult<Meter[]> {
  return useQuery({
    queryKey: [KEY, tenant, "meters"],
    queryFn: async ({ signal }) => (await get<Page<Meter>>(`${chargebackOf(tenant)}/meters`, signal)).items,
  });
}

/** Switches a meter on or off. */
export function useSwitchMeter(tenant: string): UseMutationResult<Meter, Error, Meter> {
  return useChange(tenant, ({ id, enabled, version }) =>
    put<Meter>(
      `${chargebackOf(tenant)}/meters/${encodeURIComponent(id)}/enabled`,
      { enabled: !enabled },
      ifMatch(version),
    ),
  );
}

export function useDocument(tenant: string, name: DocumentName): UseQueryResult<KeptDocument> {
  return useQuery({
    queryKey: [KEY, tenant, name],
    queryFn: ({ signal }) => get<KeptDocument>(`${chargebackOf(tenant)}/${name}`, signal),
  });
}

/** Keeps a document in the place of the version it names. */
export function useKeepDocument(
  tenant: string,
  name: DocumentName,
): UseMutationResult<KeptDocument, Error, KeptDocument> {
  return useChange(tenant, (kept) => put<KeptDocument>(`${chargebackOf(tenant)}/${name}`, kept, ifMatch(kept.version)));
}

export function usePreviewRules(tenant: string): UseMutationResult<AllocationPreview, Error, object> {
  return useMutation({
    mutationFn: (rules) => post<AllocationPreview>(`${chargebackOf(tenant)}/allocation-rules:preview`, rules),
  });
}

function useChange<T, V>(tenant: string, change: (variables: V) => Promise<T>): UseMutationResult<T, Error, V> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY, tenant] }),
  });
}
