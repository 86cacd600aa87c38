import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import { toProblem } from "../../api/client";
import type { Schedule } from "../../api/schedulerTypes";
import { useLastRun, useLiveRuns, useSchedules } from "../../api/schedules";
import { may } from "../../api/session";
import type { TenantMembership } from "../../api/types";
import { toNewSchedule, toSchedule, toScheduleRun, toSchedules } from "../../app/links";
import { OfTenant, TenantPage } from "../../app/TenantPage";
import { EmptyState } from "../../components/EmptyState";
import { moment } from "../../components/format";
import { LoadFailed } from "../../components/LoadFailed";
import { RouteLink } from "../../components/RouteLink";
import { useFollow } from "../../components/useFollow";
import { text } from "../../i18n/en";
import { ScheduleActions } from "./ScheduleActions";
import { AlertStatus, RunStatus, ScheduleStatus } from "./ScheduleStatus";
import { sentenceOf } from "./timing";
import { WhatRuns } from "./WhatRuns";

/** The schedules of a tenant: what runs when, and how it went. */
export function SchedulesPage() {
  return (
    <OfTenant>
      {(tenant) => (
        <TenantPage
          tenant={tenant}
          title={text.schedules.title}
          active={toSchedules(tenant.slug)}
          contentType="table"
          content={<ScheduleTable key={tenant.id} tenant={tenant} />}
        />
      )}
    </OfTenant>
  );
}

function ScheduleTable({ tenant }: { tenant: TenantMembership }) {
  const schedules = useSchedules(tenant.id);
  const follow = useFollow();
  const items = schedules.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <SpaceBetween size="m">
      <Table
        variant="full-page"
        columnDefinitions={columnsOf(tenant)}
        items={items}
        trackBy="id"
        loading={schedules.isPending}
        loadingText={text.schedules.loading}
        ariaLabels={{ tableLabel: text.schedules.title }}
        wrapLines
        header={
          <Header
            variant="h1"
            description={`${text.schedules.lead} ${tenant.name}`}
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <Button
                  iconName="refresh"
                  ariaLabel={text.schedules.refresh}
                  loading={schedules.isRefetching}
                  onClick={() => void schedules.refetch()}
                />
                {may(tenant, "schedule:write") && (
                  <Button variant="primary" href={toNewSchedule(tenant.slug)} onFollow={follow}>
                    {text.schedules.create}
                  </Button>
                )}
              </SpaceBetween>
            }
          >
            {text.schedules.title}
          </Header>
        }
        empty={
          schedules.isError ? (
            <LoadFailed problem={toProblem(schedules.error)} onRetry={() => void schedules.refetch()} />
          ) : (
            <EmptyState title={text.schedules.none}>{text.schedules.noneDetail}</EmptyState>
          )
        }
      />
      {schedules.hasNextPage && (
        <Box textAlign="center">
          <Button loading={schedules.isFetchingNextPage} onClick={() => void schedules.fetchNextPage()}>
            {text.schedules.more}
          </Button>
        </Box>
      )}
    </SpaceBetween>
  );
}

function columnsOf(tenant: TenantMembership): TableProps.ColumnDefinition<Schedule>[] {
  return [
    {
      id: "name",
      header: text.schedules.name,
      isRowHeader: true,
      minWidth: 150,
      cell: ({ id, name }) => <RouteLink href={toSchedule(tenant.slug, id)}>{name}</RouteLink>,
    },
    {
      id: "query",
      header: text.schedules.runs,
      minWidth: 170,
      cell: (schedule) => <WhatRuns tenant={tenant} schedule={schedule} />,
    },
    { id: "when", header: text.schedules.when, minWidth: 150, cell: ({ spec }) => sentenceOf(spec) },
    {
      id: "next",
      header: text.schedules.next,
      minWidth: 110,
      cell: ({ nextRunAt }) => (nextRunAt === undefined ? "–" : moment(nextRunAt)),
    },
    {
      id: "last",
      header: text.schedules.lastRun,
      minWidth: 125,
      cell: ({ id }) => <LastRun tenant={tenant} schedule={id} />,
    },
    {
      id: "state",
      header: text.schedules.state,
      minWidth: 115,
      cell: (schedule) => <ScheduleStatus schedule={schedule} />,
    },
    { id: "alert", header: text.schedules.alert, minWidth: 105, cell: ({ alert }) => <AlertStatus alert={alert} /> },
    ...(may(tenant, "schedule:write")
      ? [
          {
            id: "actions",
            header: text.schedules.actions,
            minWidth: 80,
            cell: (schedule: Schedule) => <ScheduleActions tenant={tenant} schedule={schedule} isInTable />,
          },
        ]
      : []),
  ];
}

function LastRun({ tenant, schedule }: { tenant: TenantMembership; schedule: string }) {
  const last = useLastRun(tenant.id, schedule).data;
  const [newer] = useLiveRuns(tenant.id, last ? [last] : []);
  const run = newer ?? last;
  if (!run) {
    return <>–</>;
  }
  return (
    <>
      <RouteLink href={toScheduleRun(tenant.slug, schedule, run.id)}>{moment(run.dueAt)}</RouteLink>
      <div>
        <RunStatus run={run} />
      </div>
    </>
  );
}
