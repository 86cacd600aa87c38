import type { ChangeOrigin, ReviewState, VerdictKind } from "../../api/changeTypes";

/** What the list of changes is narrowed to; an empty text narrows nothing. */
export interface Filters {
  verdict: VerdictKind | "";
  origin: ChangeOrigin | "";
  review: ReviewState | "";
  who: string;
  service: string;
  account: string;
  /** A number of days back from now; empty is all. */
  days: "" | "1" | "7" | "30" | "90";
}

export const NO_FILTERS: Filters = {
  verdict: "",
  origin: "",
  review: "",
  who: "",
  service: "",
  account: "",
  days: "30",
};

const DAY = 24 * 60 * 60 * 1000;
const NAMES = ["verdict", "origin", "review", "who", "service", "account"] as const;

/** The moment at which the filters begin; undefined without one. Whole hours, so that a list stays the same. */
export function startOf({ days }: Filters, now: number): string | undefined {
  if (days === "") {
    return undefined;
  }
  const hour = 60 * 60 * 1000;
  return new Date(Math.floor((now - Number(days) * DAY) / hour) * hour).toISOString();
}

/** The filters as the API takes them. */
export function queryOf(filters: Filters, now: number): URLSearchParams {
  const query = new URLSearchParams();
  for (const name of NAMES) {
    const value = filters[name].trim();
    if (value !== "") {
      query.set(name, value);
    }
  }
  const from = startOf(filters, now);
  if (from !== undefined) {
    query.set("from", from);
  }
  return query;
}

/** The filters of an address, so that a list can be linked to. */
export function filtersOf(query: URLSearchParams): Filters {
  const filters = { ...NO_FILTERS } as Record<keyof Filters, string>;
  for (const name of Object.keys(NO_FILTERS) as (keyof Filters)[]) {
    filters[name] = query.get(name) ?? NO_FILTERS[name];
  }
  return filters as Filters;
}

/** The address of filters: only what differs from a fresh page. */
export function addressOf(filters: Filters): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) {
    if (value !== NO_FILTERS[name as keyof Filters]) {
      query.set(name, value as string);
    }
  }
  return query;
}
