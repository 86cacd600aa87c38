import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import { toProblem } from "../../api/client";
import { exportZipAddress, useExports } from "../../api/exports";
import type { Export } from "../../api/schedulerTypes";
import type { TenantMembership } from "../../api/types";
import { toExport, toExports } from "../../app/links";
import { OfTenant, TenantPage } from "../../app/TenantPage";
import { EmptyState } from "../../components/EmptyState";
import { count, moment, size } from "../../components/format";
import { LoadFailed } from "../../components/LoadFailed";
import { RouteLink } from "../../components/RouteLink";
import { text } from "../../i18n/en";
import { ExportStatus } from "./ExportStatus";
import { useDestinationName } from "./useDestinationName";

/** The exports of a tenant that the user sees. */
export function ExportsPage() {
  return (
    <OfTenant>
      {(tenant) => (
        <TenantPage
          tenant={tenant}
          title={text.exports.title}
          active={toExports(tenant.slug)}
          contentType="table"
          content={<ExportTable key={tenant.id} tenant={tenant} />}
        />
      )}
    </OfTenant>
  );
}

function ExportTable({ tenant }: { tenant: TenantMembership }) {
  const all = useExports(tenant.id);
  const nameOf = useDestinationName(tenant);
  return (
    <SpaceBetween size="m">
      <Table
        variant="full-page"
        columnDefinitions={columnsOf(tenant, nameOf)}
        items={all.data?.pages.flatMap((page) => page.items) ?? []}
        trackBy="id"
        loading={all.isPending}
        loadingText={text.exports.loading}
        ariaLabels={{ tableLabel: text.exports.title }}
        wrapLines
        header={
          <Header
            variant="h1"
            description={text.exports.lead(tenant.name)}
            actions={
              <Button
                iconName="refresh"
                ariaLabel={text.exports.refresh}
                loading={all.isRefetching}
                onClick={() => void all.refetch()}
              />
            }
          >
            {text.exports.title}
          </Header>
        }
        empty={
          all.isError ? (
            <LoadFailed problem={toProblem(all.error)} onRetry={() => void all.refetch()} />
          ) : (
            <EmptyState title={text.exports.none}>{text.exports.noneDetail}</EmptyState>
          )
        }
      />
      {all.hasNextPage && (
        <Box textAlign="center">
          <Button loading={all.isFetchingNextPage} onClick={() => void all.fetchNextPage()}>
            {text.exports.more}
          </Button>
        </Box>
      )}
    </SpaceBetween>
  );
}

function columnsOf(
  tenant: TenantMembership,
  nameOf: (destination: string | undefined) => string,
): TableProps.ColumnDefinition<Export>[] {
  return [
    {
      id: "created",
      header: text.exports.created,
      isRowHeader: true,
      minWidth: 170,
      cell: ({ id, createdAt }) => <RouteLink href={toExport(tenant.slug, id)}>{moment(createdAt)}</RouteLink>,
    },
    { id: "state", header: text.exports.state, minWidth: 150, cell: (one) => <ExportStatus one={one} /> },
    { id: "format", header: text.exports.format, minWidth: 110, cell: ({ format }) => text.exports.formats[format] },
    {
      id: "destination",
      header: text.exports.destination,
      minWidth: 140,
      cell: ({ destination }) => nameOf(destination),
    },
    { id: "files", header: text.exports.files, minWidth: 70, cell: ({ files }) => count(files.length) },
    { id: "rows", header: text.exports.rows, minWidth: 80, cell: ({ rows }) => count(rows) },
    {
      id: "size",
      header: text.exports.size,
      minWidth: 90,
      cell: ({ bytes }) => <span className="state">{size(bytes)}</span>,
    },
    { id: "owner", header: text.exports.owner, minWidth: 120, cell: ({ owner }) => owner.name },
    {
      id: "zip",
      header: text.exports.zipped,
      minWidth: 60,
      cell: ({ id, state, createdAt }) =>
        state === "succeeded" ? (
          <Button
            variant="inline-icon"
            iconName="download"
            href={exportZipAddress(tenant.id, id)}
            download
            ariaLabel={`${text.exports.zip}: ${moment(createdAt)}`}
          />
        ) : (
          "–"
        ),
    },
  ];
}
