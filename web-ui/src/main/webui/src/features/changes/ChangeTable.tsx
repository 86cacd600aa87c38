import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import { useChanges } from "../../api/changes";
import type { Change } from "../../api/changeTypes";
import { toProblem } from "../../api/client";
import type { TenantMembership } from "../../api/types";
import { toChange } from "../../app/links";
import { EmptyState } from "../../components/EmptyState";
import { moment } from "../../components/format";
import { LoadFailed } from "../../components/LoadFailed";
import { RouteLink } from "../../components/RouteLink";
import { text } from "../../i18n/en";
import { VerdictBadge } from "./VerdictBadge";

/** Changes with their verdicts, the newest first. */
export function ChangeTable({ tenant, query }: { tenant: TenantMembership; query: string }) {
  const changes = useChanges(tenant.id, query, true);
  return (
    <SpaceBetween size="m">
      <Table
        columnDefinitions={columnsOf(tenant.slug)}
        items={changes.data?.pages.flatMap((page) => page.items) ?? []}
        trackBy="id"
        loading={changes.isPending}
        loadingText={text.changes.loading}
        ariaLabels={{ tableLabel: text.changes.title }}
        wrapLines
        header={
          <Header
            variant="h1"
            description={text.changes.lead(tenant.name)}
            actions={
              <Button
                iconName="refresh"
                ariaLabel={text.changes.refresh}
                loading={changes.isRefetching}
                onClick={() => void changes.refetch()}
              />
            }
          >
            {text.changes.title}
          </Header>
        }
        empty={
          changes.isError ? (
            <LoadFailed problem={toProblem(changes.error)} onRetry={() => void changes.refetch()} />
          ) : (
            <EmptyState title={text.changes.none}>{text.changes.noneDetail}</EmptyState>
          )
        }
      />
      {changes.hasNextPage && (
        <Box textAlign="center">
          <Button loading={changes.isFetchingNextPage} onClick={() => void changes.fetchNextPage()}>
            {text.changes.more}
          </Button>
        </Box>
      )}
    </SpaceBetween>
  );
}

/** The columns of a list of changes. */
export function columnsOf(tenant: string): TableProps.ColumnDefinition<Change>[] {
  return [
    {
      id: "when",
      header: text.changes.when,
      isRowHeader: true,
      minWidth: 170,
      cell: ({ id, eventTime }) => <RouteLink href={toChange(tenant, id)}>{moment(eventTime)}</RouteLink>,
    },
    {
      id: "verdict",
      header: text.changes.verdict,
      minWidth: 150,
      cell: ({ verdict }) => <VerdictBadge verdict={verdict} />,
    },
    { id: "who", header: text.changes.who, minWidth: 150, cell: ({ who }) => who },
    {
      id: "what",
      header: text.changes.what,
      minWidth: 200,
      cell: ({ eventSource, eventName }) => `${eventSource.replace(".amazonaws.com", "")}: ${eventName}`,
    },
    {
      id: "where",
      header: text.changes.where,
      minWidth: 130,
      cell: ({ accountId = "", awsRegion = "" }) => (
        <>
          {accountId}
          <Box variant="small" color="text-body-secondary" display="block">
            {awsRegion}
          </Box>
        </>
      ),
    },
    { id: "how", header: text.changes.how, minWidth: 110, cell: ({ origin }) => text.changes.origins[origin] },
    {
      id: "reason",
      header: text.changes.reason,
      minWidth: 260,
      cell: ({ reason, nearest }) => (nearest === undefined ? reason : `${reason} ${nearest.reason}`),
    },
    { id: "review", header: text.changes.review, minWidth: 110, cell: ({ review }) => text.changes.reviews[review] },
  ];
}
