import Badge from "@cloudscape-design/components/badge";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import TextFilter from "@cloudscape-design/components/text-filter";
import Toggle from "@cloudscape-design/components/toggle";
import { useSearchParams } from "react-router";
import { toProblem } from "../../api/client";
import { may } from "../../api/session";
import type { TenantMembership, Upload } from "../../api/types";
import { useUploads } from "../../api/uploads";
import { toImport, toUpload, toUploads } from "../../app/links";
import { OfTenant, TenantPage } from "../../app/TenantPage";
import { EmptyState } from "../../components/EmptyState";
import { count, moment } from "../../components/format";
import { LoadFailed } from "../../components/LoadFailed";
import { RouteLink } from "../../components/RouteLink";
import { useFollow } from "../../components/useFollow";
import { text } from "../../i18n/en";
import { totalsColumns } from "./FileTable";
import { listed } from "./listing";
import { UploadStatus } from "./UploadStatus";

/** The uploads of the tenant named in the address. */
export function UploadsPage() {
  return (
    <OfTenant>
      {(tenant) => (
        <TenantPage
          tenant={tenant}
          title={text.uploads.title}
          active={toUploads(tenant.slug)}
          contentType="table"
          content={<UploadTable key={tenant.id} tenant={tenant} />}
        />
      )}
    </OfTenant>
  );
}

function UploadTable({ tenant }: { tenant: TenantMembership }) {
  const uploads = useUploads(tenant.id);
  const [search, setSearch] = useSearchParams();
  const wanted = search.get("find") ?? "";
  const withDryRuns = search.has("dry-runs");
  const follow = useFollow();
  const look = (find: string, dryRuns: boolean) => {
    setSearch({ ...(find === "" ? {} : { find }), ...(dryRuns ? { "dry-runs": "" } : {}) }, { replace: true });
  };
  const loaded = uploads.data?.pages.flatMap((page) => page.items) ?? [];
  const items = listed(loaded, wanted, withDryRuns);
  return (
    <SpaceBetween size="m">
      <Table
        variant="full-page"
        columnDefinitions={columnsOf(tenant.slug)}
        items={items}
        trackBy="id"
        loading={uploads.isPending}
        loadingText={text.uploads.loading}
        ariaLabels={{ tableLabel: text.uploads.title }}
        wrapLines
        header={
          <Header
            variant="h1"
            counter={uploads.isSuccess ? `(${count(items.length)}${uploads.hasNextPage ? "+" : ""})` : undefined}
            description={`${text.uploads.lead}: ${tenant.name}`}
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <Button
                  iconName="refresh"
                  ariaLabel={text.uploads.refresh}
                  loading={uploads.isRefetching}
                  onClick={() => void uploads.refetch()}
                />
                {may(tenant, "event:put") && (
                  <Button variant="primary" iconName="upload" href={toImport(tenant.slug)} onFollow={follow}>
                    {text.imports.action}
                  </Button>
                )}
              </SpaceBetween>
            }
          >
            {text.uploads.title}
          </Header>
        }
        filter={
          <SpaceBetween direction="horizontal" size="m" alignItems="center">
            <TextFilter
              filteringText={wanted}
              filteringPlaceholder={text.uploads.find}
              filteringAriaLabel={text.uploads.find}
              onChange={({ detail }) => {
                look(detail.filteringText, withDryRuns);
              }}
            />
            <Toggle
              checked={withDryRuns}
              onChange={({ detail }) => {
                look(wanted, detail.checked);
              }}
            >
              {text.uploads.dryRuns}
            </Toggle>
          </SpaceBetween>
        }
        empty={
          uploads.isError ? (
            <LoadFailed problem={toProblem(uploads.error)} onRetry={() => void uploads.refetch()} />
          ) : wanted === "" ? (
            <EmptyState title={text.uploads.none}>{text.uploads.noneDetail}</EmptyState>
          ) : (
            <EmptyState title={text.uploads.nothingFound}>
              <Box padding={{ bottom: "s" }}>{text.uploads.nothingFoundDetail}</Box>
              <Button
                onClick={() => {
                  look("", withDryRuns);
                }}
              >
                {text.uploads.clear}
              </Button>
            </EmptyState>
          )
        }
      />
      {uploads.hasNextPage && (
        <Box textAlign="center">
          <Button loading={uploads.isFetchingNextPage} onClick={() => void uploads.fetchNextPage()}>
            {text.uploads.more}
          </Button>
        </Box>
      )}
    </SpaceBetween>
  );
}

function columnsOf(tenant: string): TableProps.ColumnDefinition<Upload>[] {
  return [
    {
      id: "source",
      header: text.uploads.source,
      isRowHeader: true,
      minWidth: 260,
      cell: (upload) => (
        <>
          <RouteLink href={toUpload(tenant, upload.id)}>
            <span className="long-name">{upload.source}</span>
          </RouteLink>{" "}
          {upload.dryRun && <Badge>{text.uploads.dryRun}</Badge>}
        </>
      ),
    },
    { id: "started", header: text.uploads.started, cell: (upload) => moment(upload.startedAt), minWidth: 130 },
    { id: "state", header: text.uploads.state, cell: (upload) => <UploadStatus state={upload.state} />, minWidth: 150 },
    ...totalsColumns<Upload>(false),
  ];
}
