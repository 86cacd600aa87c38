import Box from "@cloudscape-design/components/box";
import { useKeptQuery } from "../../api/catalogue";
import type { Schedule } from "../../api/schedulerTypes";
import type { TenantMembership } from "../../api/types";
import { toQuery } from "../../app/links";
import { RouteLink } from "../../components/RouteLink";
import { text } from "../../i18n/en";

const LONGEST = 60;

interface Properties {
  tenant: TenantMembership;
  schedule: Pick<Schedule, "query" | "statement">;
}

/** What a schedule runs: the title of a kept query, or the beginning of a statement. */
export function WhatRuns({ tenant, schedule: { query, statement = "" } }: Properties) {
  const kept = useKeptQuery(tenant.id, query?.id);
  if (query === undefined) {
    const line = statement.replace(/\s+/g, " ").trim();
    return <code>{line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line}</code>;
  }
  if (kept.isError) {
    return <>{text.schedules.unseenQuery}</>;
  }
  return (
    <>
      {kept.data && <RouteLink href={toQuery(tenant.slug, query.id)}>{kept.data.title}</RouteLink>}
      <Box variant="small" color="text-body-secondary" display="block">
        {query.version === undefined ? text.schedules.newest : text.schedules.version(query.version)}
      </Box>
    </>
  );
}
