import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import { useEffect } from "react";
import { toProblem } from "../../api/client";
import type { ScheduleRun } from "../../api/schedulerTypes";
import { isLive, useLiveRuns, useRuns } from "../../api/schedules";
import type { TenantMembership } from "../../api/types";
import { toScheduleRun } from "../../app/links";
import { EmptyState } from "../../components/EmptyState";
import { count, moment } from "../../components/format";
import { LoadFailed } from "../../components/LoadFailed";
import { RouteLink } from "../../components/RouteLink";
import { text } from "../../i18n/en";
import { AlertStatus, RunStatus } from "./ScheduleStatus";
import { windowText } from "./windowText";

/** The runs of a schedule, the newest first. */
export function RunTable({ tenant, schedule }: { tenant: TenantMembership; schedule: string }) {
  const runs = useRuns(tenant.id, schedule);
  const listed = runs.data?.pages.flatMap((page) => page.items) ?? [];
  const newer = useLiveRuns(tenant.id, listed);
  const ended = newer.flatMap((run) => (isLive(run) ? [] : run.id)).join();
  const { refetch } = runs;
  useEffect(() => {
    if (ended !== "") {
      void refetch();
    }
  }, [ended, refetch]);
  return (
    <SpaceBetween size="m">
      <Table
        columnDefinitions={columnsOf(tenant.slug)}
        items={listed.map((run) => newer.find(({ id }) => id === run.id) ?? run)}
        trackBy="id"
        loading={runs.isPending}
        loadingText={text.schedules.run.loading}
        ariaLabels={{ tableLabel: text.schedules.run.list }}
        wrapLines
        header={
          <Header
            variant="h2"
            actions={
              <Button
                iconName="refresh"
                ariaLabel={text.schedules.run.refresh}
                loading={runs.isRefetching}
                onClick={() => void refetch()}
              />
            }
          >
            {text.schedules.run.list}
          </Header>
        }
        empty={
          runs.isError ? (
            <LoadFailed problem={toProblem(runs.error)} onRetry={() => void runs.refetch()} />
          ) : (
            <EmptyState title={text.schedules.run.none}>{text.schedules.run.noneDetail}</EmptyState>
          )
        }
      />
      {runs.hasNextPage && (
        <Box textAlign="center">
          <Button loading={runs.isFetchingNextPage} onClick={() => void runs.fetchNextPage()}>
            {text.schedules.run.more}
          </Button>
        </Box>
      )}
    </SpaceBetween>
  );
}

function columnsOf(tenant: string): TableProps.ColumnDefinition<ScheduleRun>[] {
  return [
    {
      id: "due",
      header: text.schedules.run.due,
      isRowHeader: true,
      minWidth: 190,
      cell: ({ id, schedule, dueAt, missedUntil }) => (
        <>
          <RouteLink href={toScheduleRun(tenant, schedule, id)}>{moment(dueAt)}</RouteLink>
          {missedUntil !== undefined && (
            <Box variant="small" color="text-body-secondary" display="block">
              {text.schedules.run.missedUntil(moment(missedUntil))}
            </Box>
          )}
        </>
      ),
    },
    { id: "state", header: text.schedules.run.state, minWidth: 170, cell: (run) => <RunStatus run={run} /> },
    {
      id: "origin",
      header: text.schedules.run.origin,
      minWidth: 100,
      cell: ({ origin }) => text.schedules.run.origins[origin],
    },
    { id: "window", header: text.schedules.run.window, minWidth: 200, cell: ({ window }) => windowText(window) },
    {
      id: "rows",
      header: text.schedules.run.rows,
      minWidth: 80,
      cell: ({ rows }) => (rows === undefined ? "–" : count(rows)),
    },
    {
      id: "changes",
      header: text.schedules.run.changes,
      minWidth: 110,
      cell: changesText,
    },
    {
      id: "alert",
      header: text.schedules.run.alert,
      minWidth: 100,
      cell: ({ alert }) => <AlertStatus alert={alert} />,
    },
  ];
}

/** Rows that were added and removed since the last successful run; a dash where they are not compared. */
export function changesText({ rowsAdded, rowsRemoved }: Pick<ScheduleRun, "rowsAdded" | "rowsRemoved">): string {
  return rowsAdded === undefined || rowsRemoved === undefined
    ? "–"
    : text.schedules.run.changesOf(rowsAdded, rowsRemoved);
}
