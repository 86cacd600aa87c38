import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import { useParams } from "react-router";
import { toProblem } from "../../api/client";
import { exportFileAddress, exportZipAddress, isExporting, useCancelExport, useExport } from "../../api/exports";
import type { Export } from "../../api/schedulerTypes";
import { may } from "../../api/session";
import type { TenantMembership } from "../../api/types";
import { toExecution, toExports, toScheduleRun } from "../../app/links";
import { OfTenant, TenantPage } from "../../app/TenantPage";
import { EmptyState } from "../../components/EmptyState";
import { count, moment, size } from "../../components/format";
import { LoadFailed } from "../../components/LoadFailed";
import { Loading } from "../../components/Loading";
import { RouteLink } from "../../components/RouteLink";
import { text } from "../../i18n/en";
import { exportStateText, ExportStatus } from "./ExportStatus";
import { filesOf } from "./files";
import { useDestinationName } from "./useDestinationName";

/** One export with its files, followed until it is over. */
export function ExportPage() {
  const id = useParams().export ?? "";
  return <OfTenant>{(tenant) => <OneExport key={`${tenant.id} ${id}`} tenant={tenant} id={id} />}</OfTenant>;
}

function OneExport({ tenant, id }: { tenant: TenantMembership; id: string }) {
  const one = useExport(tenant.id, id);
  return (
    <TenantPage
      tenant={tenant}
      title={one.data ? text.exports.one(moment(one.data.createdAt)) : text.exports.title}
      above={[{ text: text.exports.title, href: toExports(tenant.slug) }]}
      active={toExports(tenant.slug)}
      content={
        one.data ? (
          <Content tenant={tenant} one={one.data} />
        ) : one.isError ? (
          <LoadFailed problem={toProblem(one.error)} onRetry={() => void one.refetch()} />
        ) : (
          <Loading />
        )
      }
    />
  );
}

function Content({ tenant, one }: { tenant: TenantMembership; one: Export }) {
  const cancel = useCancelExport(tenant.id);
  const { problem } = one;
  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              {isExporting(one) && may(tenant, "export:write") && (
                <Button
                  loading={cancel.isPending || cancel.isSuccess}
                  onClick={() => {
                    cancel.mutate(one.id);
                  }}
                >
                  {text.exports.cancel}
                </Button>
              )}
              {one.state === "succeeded" && (
                <Button variant="primary" iconName="download" href={exportZipAddress(tenant.id, one.id)} download>
                  {text.exports.zip}
                </Button>
              )}
            </SpaceBetween>
          }
        >
          {text.exports.one(moment(one.createdAt))}
        </Header>
      }
    >
      <SpaceBetween size="l">
        {cancel.isError && <LoadFailed problem={toProblem(cancel.error)} />}
        {problem && (
          <LoadFailed
            problem={{
              type: "about:blank",
              status: 0,
              ...problem,
              title: exportStateText(one),
              detail: problem.detail ?? problem.title ?? "",
              ...(problem.missingPermission === undefined
                ? {}
                : { hint: text.exports.missingPermission(problem.missingPermission) }),
            }}
          />
        )}
        <Details tenant={tenant} one={one} />
        <Files tenant={tenant} one={one} />
      </SpaceBetween>
    </ContentLayout>
  );
}

function Details({ tenant, one }: { tenant: TenantMembership; one: Export }) {
  const nameOf = useDestinationName(tenant);
  return (
    <Container header={<Header variant="h2">{text.exports.details}</Header>}>
      <KeyValuePairs
        columns={4}
        items={[
          {
            label: text.exports.state,
            value: (
              <div role="status" data-testid="export-status">
                <ExportStatus one={one} />
              </div>
            ),
          },
          { label: text.exports.format, value: text.exports.formats[one.format] },
          { label: text.exports.destination, value: nameOf(one.destination) },
          { label: text.exports.owner, value: one.owner.name },
          { label: text.exports.rows, value: count(one.rows) },
          { label: text.exports.size, value: size(one.bytes) },
          { label: text.exports.created, value: moment(one.createdAt) },
          { label: text.exports.ended, value: one.endedAt === undefined ? "–" : moment(one.endedAt) },
          {
            label: text.exports.folder,
            value: one.folder === undefined ? "–" : <span className="long-name">{one.folder}</span>,
          },
          {
            label: text.exports.execution,
            value:
              one.execution !== undefined && may(tenant, "query:read") ? (
                <RouteLink href={toExecution(tenant.slug, one.execution)}>{text.exports.openExecution}</RouteLink>
              ) : (
                "–"
              ),
          },
          {
            label: text.exports.run,
            value:
              one.run !== undefined && one.schedule !== undefined && may(tenant, "schedule:read") ? (
                <RouteLink href={toScheduleRun(tenant.slug, one.schedule, one.run)}>{text.exports.openRun}</RouteLink>
              ) : (
                "–"
              ),
          },
        ]}
      />
    </Container>
  );
}

function Files({ tenant, one }: { tenant: TenantMembership; one: Export }) {
  return (
    <Table
      items={filesOf(one)}
      trackBy="name"
      ariaLabels={{ tableLabel: text.exports.files }}
      wrapLines
      header={<Header variant="h2">{text.exports.files}</Header>}
      empty={<EmptyState title={text.exports.filesNone}>{text.exports.filesNoneDetail}</EmptyState>}
      columnDefinitions={[
        {
          id: "name",
          header: text.exports.file,
          isRowHeader: true,
          cell: ({ name, what }) => (
            <>
              <code>{name}</code>
              {what !== undefined && (
                <Box variant="small" color="text-body-secondary" display="block">
                  {what}
                </Box>
              )}
            </>
          ),
        },
        { id: "rows", header: text.exports.rows, cell: ({ rows }) => (rows === undefined ? "–" : count(rows)) },
        {
          id: "size",
          header: text.exports.size,
          cell: ({ bytes }) => <span className="state">{bytes === undefined ? "–" : size(bytes)}</span>,
        },
        {
          id: "sha256",
          header: text.exports.sha256,
          cell: ({ sha256 }) => (sha256 === undefined ? "–" : <code className="long-name">{sha256}</code>),
        },
        {
          id: "download",
          header: text.exports.downloads,
          cell: ({ name }) =>
            one.state === "succeeded" ? (
              <Button
                variant="inline-icon"
                iconName="download"
                href={exportFileAddress(tenant.id, one.id, name)}
                download={name}
                ariaLabel={text.exports.download(name)}
              />
            ) : (
              "–"
            ),
        },
      ]}
    />
  );
}
