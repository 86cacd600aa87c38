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
import { basedOn, get, post, put, remove } from "./client";
import type { Page, Parameter, ParameterValue } from "./types";

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

/** What the columns of a meter's statement are. */
export interface MeterColumns {
  quantity: string;
  time: string;
  payers: string[];
  principalArn?: string;
  role?: string;
  sessionName?: string;
  account?: string;
  function?: string;
}

/** A meter. Its statement was taken from a kept query, or given. */
export interface Meter {
  id: string;
  name: string;
  unit: string;
  builtIn: boolean;
  enabled: boolean;
  query?: string;
  queryVersion?: number;
  statement: string;
  parameters: Parameter[];
  values: Record<string, ParameterValue>;
  columns: MeterColumns;
  version: number;
}

/** What a meter of the tenant's own is to count: the rows of a statement, or of a kept query. */
export interface SaveMeterRequest {
  name: string;
  unit: string;
  query?: { id: string; version?: number };
  statement?: string;
  parameters?: Parameter[];
  values?: Record<string, ParameterValue>;
  columns: MeterColumns;
}

/** What a cost centre is given back of a closed month. The amount is a decimal. */
export interface CreditRequest {
  costCentre: string;
  amount: string;
  reason: string;
}

/** What other rules would do to an open month. */
export interface AllocationPreview {
  month: string;
  currency: string;
  costCentres: { costCentre: string; before: string; after: string }[];
  rulesWithoutUsage: { index: number; name: string }[];
}

/** Who pays for what. Patterns that are absent match everything; days are of UTC, the last one is not in it. */
export interface AllocationRule {
  name: string;
  costCentre: string;
  principalArn?: string;
  role?: string;
  sessionName?: string;
  account?: string;
  function?: string;
  validFrom?: string;
  validTo?: string;
}

/** The rules of a tenant in their order, of which the first that matches decides. */
export interface AllocationRules {
  version: number;
  rules: AllocationRule[];
}

/** A price up to a quantity of a month and cost centre; the last tier has no end. Decimals are texts. */
export interface Tier {
  upTo?: string;
  price: string;
}

/** What a unit of a meter costs from a day to the day after the last one, of UTC. */
export interface Rate {
  meter: string;
  validFrom: string;
  validTo?: string;
  tiers: Tier[];
}

export interface RateCard {
  version: number;
  currency: string;
  rates: Rate[];
}

/** The documents that say who pays, and how much. Each is kept as a whole. */
export interface Documents {
  "allocation-rules": AllocationRules;
  rates: RateCard;
}

export type DocumentName = keyof Documents;

function chargebackOf(tenant: string): string {
  return `/v1/tenants/${encodeURIComponent(tenant)}/chargeback`;
}

function statementOf(tenant: string, month: string): string {
  return `${chargebackOf(tenant)}/statements/${encodeURIComponent(month)}`;
}

function meterOf(tenant: string, id: string): string {
  return `${chargebackOf(tenant)}/meters/${encodeURIComponent(id)}`;
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

/** Gives a cost centre something back of a closed month. */
export function useCredit(tenant: string, month: string): UseMutationResult<unknown, Error, CreditRequest> {
  return useChange(tenant, (request) => post(`${statementOf(tenant, month)}/credits`, request));
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

/** Keeps a new meter, or one in the place of the version that it is based on. */
export function useSaveMeter(
  tenant: string,
  base: Pick<Meter, "id" | "version"> | undefined,
): UseMutationResult<Meter, Error, { id: string; meter: SaveMeterRequest }> {
  return useChange(tenant, (request) =>
    base === undefined
      ? post<Meter>(`${chargebackOf(tenant)}/meters`, request)
      : put<Meter>(meterOf(tenant, base.id), request.meter, basedOn(base.version)),
  );
}

export function useDeleteMeter(tenant: string): UseMutationResult<unknown, Error, Meter> {
  return useChange(tenant, ({ id, version }) => remove(meterOf(tenant, id), basedOn(version)));
}

/** Switches a meter on or off. */
export function useSwitchMeter(tenant: string): UseMutationResult<Meter, Error, Meter> {
  return useChange(tenant, ({ id, enabled, version }) =>
    put<Meter>(`${meterOf(tenant, id)}/enabled`, { enabled: !enabled }, basedOn(version)),
  );
}

export function useDocument<N extends DocumentName>(tenant: string, name: N): UseQueryResult<Documents[N]> {
  return useQuery({
    queryKey: [KEY, tenant, name],
    queryFn: ({ signal }) => get<Documents[N]>(`${chargebackOf(tenant)}/${name}`, signal),
  });
}

/** Keeps a document in the place of the version it names. */
export function useKeepDocument<N extends DocumentName>(
  tenant: string,
  name: N,
): UseMutationResult<Documents[N], Error, Documents[N]> {
  return useChange(tenant, (kept) => put<Documents[N]>(`${chargebackOf(tenant)}/${name}`, kept, basedOn(kept.version)));
}

export function usePreviewRules(tenant: string): UseMutationResult<AllocationPreview, Error, AllocationRules> {
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
