import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import TextFilter from "@cloudscape-design/components/text-filter";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { APPROVAL_STATES, type Approval } from "../../api/approvalTypes";
import { useApprovals } from "../../api/approvals";
import { toProblem } from "../../api/client";
import { may } from "../../api/session";
import type { TenantMembership } from "../../api/types";
import { toApproval, toApprovals, toNewApproval } from "../../app/links";
import { OfTenant, TenantPage } from "../../app/TenantPage";
import { EmptyState } from "../../components/EmptyState";
import { moment } from "../../components/format";
import { LoadFailed } from "../../components/LoadFailed";
import { RouteLink } from "../../components/RouteLink";
import { useFollow } from "../../components/useFollow";
import { text } from "../../i18n/en";
import { ApprovalMarks, ApprovalStatus } from "./ApprovalStatus";
import { sentenceOf } from "./scopeText";
import { UploadDialog } from "./UploadDialog";

/** The approvals of a tenant. */
export function ApprovalsPage() {
  return (
    <OfTenant>
      {(tenant) => (
        <TenantPage
          tenant={tenant}
          title={text.approvals.title}
          active={toApprovals(tenant.slug)}
          contentType="table"
          content={<ApprovalTable key={tenant.id} tenant={tenant} />}
        />
      )}
    </OfTenant>
  );
}

const STATES = [
  { value: "", label: text.approvals.anyState },
  ...APPROVAL_STATES.map((state) => ({ value: state, label: text.approvals.states[state] })),
];

/** Filters live in the address, so that a link shows the same. */
function useFilter() {
  const [search, setSearch] = useSearchParams();
  const filter = {
    state: search.get("state") ?? "",
    system: search.get("system") ?? "",
    text: search.get("text") ?? "",
  };
  const change = (changed: Partial<typeof filter>) => {
    const given = Object.entries({ ...filter, ...changed }).filter(([, value]) => value !== "");
    setSearch(new URLSearchParams(given), { replace: true });
  };
  return { filter, change };
}

function ApprovalTable({ tenant }: { tenant: TenantMembership }) {
  const { filter, change } = useFilter();
  const [typed, setTyped] = useState(filter.text);
  const [isUploading, setUploading] = useState(false);
  const approvals = useApprovals(tenant.id, filter);
  const follow = useFollow();
  const isFiltered = Object.values(filter).some((value) => value !== "");
  const mayWrite = may(tenant, "approval:write");
  return (
    <SpaceBetween size="m">
      <Table
        variant="full-page"
        columnDefinitions={columnsOf(tenant)}
        items={approvals.data?.pages.flatMap((page) => page.items) ?? []}
        trackBy={({ system, id }) => `${system}/${id}`}
        loading={approvals.isPending}
        loadingText={text.approvals.loading}
        ariaLabels={{ tableLabel: text.approvals.title }}
        wrapLines
        header={
          <Header
            variant="h1"
            description={text.approvals.lead(tenant.name)}
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <Button
                  iconName="refresh"
                  ariaLabel={text.approvals.refresh}
                  loading={approvals.isRefetching}
                  onClick={() => void approvals.refetch()}
                />
                {mayWrite && (
                  <Button
                    onClick={() => {
                      setUploading(true);
                    }}
                  >
                    {text.approvals.upload}
                  </Button>
                )}
                {mayWrite && (
                  <Button variant="primary" href={toNewApproval(tenant.slug)} onFollow={follow}>
                    {text.approvals.create}
                  </Button>
                )}
              </SpaceBetween>
            }
          >
            {text.approvals.title}
          </Header>
        }
        filter={
          <SpaceBetween direction="horizontal" size="xs">
            <TextFilter
              filteringText={typed}
              filteringPlaceholder={text.approvals.find}
              filteringAriaLabel={text.approvals.find}
              onChange={({ detail }) => {
                setTyped(detail.filteringText);
              }}
              onDelayedChange={({ detail }) => {
                change({ text: detail.filteringText.trim() });
              }}
            />
            <Select
              selectedOption={STATES.find(({ value }) => value === filter.state) ?? null}
              options={STATES}
              ariaLabel={text.approvals.state}
              onChange={({ detail }) => {
                change({ state: detail.selectedOption.value ?? "" });
              }}
            />
          </SpaceBetween>
        }
        empty={
          approvals.isError ? (
            <LoadFailed problem={toProblem(approvals.error)} onRetry={() => void approvals.refetch()} />
          ) : isFiltered ? (
            <EmptyState title={text.approvals.nothingFound}>
              <SpaceBetween size="s">
                {text.approvals.nothingFoundDetail}
                <Button
                  onClick={() => {
                    setTyped("");
                    change({ state: "", system: "", text: "" });
                  }}
                >
                  {text.approvals.clear}
                </Button>
              </SpaceBetween>
            </EmptyState>
          ) : (
            <EmptyState title={text.approvals.none}>{text.approvals.noneDetail}</EmptyState>
          )
        }
      />
      {approvals.hasNextPage && (
        <Box textAlign="center">
          <Button loading={approvals.isFetchingNextPage} onClick={() => void approvals.fetchNextPage()}>
            {text.approvals.more}
          </Button>
        </Box>
      )}
      {isUploading && (
        <UploadDialog
          tenant={tenant.id}
          onEnd={() => {
            setUploading(false);
          }}
        />
      )}
    </SpaceBetween>
  );
}

function columnsOf(tenant: TenantMembership): TableProps.ColumnDefinition<Approval>[] {
  return [
    {
      id: "id",
      header: text.approvals.id,
      isRowHeader: true,
      minWidth: 130,
      cell: ({ system, id }) => <RouteLink href={toApproval(tenant.slug, system, id)}>{id}</RouteLink>,
    },
    { id: "system", header: text.approvals.system, minWidth: 100, cell: ({ system }) => system },
    { id: "title", header: text.approvals.name, minWidth: 150, cell: ({ title }) => title ?? "–" },
    {
      id: "state",
      header: text.approvals.state,
      minWidth: 115,
      cell: ({ state }) => <ApprovalStatus state={state} />,
    },
    {
      id: "window",
      header: text.approvals.window,
      minWidth: 160,
      cell: ({ window }) => text.approvals.windowOf(moment(window.start), moment(window.end)),
    },
    { id: "scope", header: text.approvals.scope, minWidth: 200, cell: ({ scope }) => sentenceOf(scope) },
    { id: "requester", header: text.approvals.requester, minWidth: 120, cell: ({ requester }) => requester ?? "–" },
    {
      id: "marks",
      header: text.approvals.marks,
      minWidth: 110,
      cell: (approval) => <ApprovalMarks approval={approval} />,
    },
  ];
}
