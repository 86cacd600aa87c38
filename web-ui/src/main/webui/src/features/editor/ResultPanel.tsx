import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import Pagination from "@cloudscape-design/components/pagination";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import { useState } from "react";
import { toProblem } from "../../api/client";
import { useResult } from "../../api/queries";
import { may } from "../../api/session";
import type { Column, TenantMembership } from "../../api/types";
import { EmptyState } from "../../components/EmptyState";
import { LoadFailed } from "../../components/LoadFailed";
import { text } from "../../i18n/en";
import { ExportDialog } from "../exports/ExportDialog";
import { CellValue } from "./CellValue";
import { rowsOf, type ResultRow } from "./rows";
import type { StatementRun } from "./useStatementRun";

interface Properties {
  tenant: TenantMembership;
  run: StatementRun;
  opened: ResultRow | undefined;
  onOpen: (row: ResultRow) => void;
}

/** The result rows of a run, page by page, or an empty state before, during and after a run without rows. */
export function ResultPanel({ tenant, run, opened, onOpen }: Properties) {
  const finished = run.phase === "FINISHED" ? run.id : undefined;
  const [shown, setShown] = useState({ run: finished, page: 0 });
  const page = shown.run === finished ? shown.page : 0;
  const result = useResult(tenant.id, finished);
  const pages = result.data?.pages ?? [];
  const columns = pages[0]?.columns ?? run.columns;
  const isLoading = run.isActive || result.isLoading || result.isFetchingNextPage;
  if (result.isError) {
    return <LoadFailed problem={toProblem(result.error)} onRetry={() => void result.refetch()} />;
  }
  const turnTo = (next: number) => {
    if (next >= pages.length && result.hasNextPage) {
      void result.fetchNextPage();
    }
    setShown({ run: finished, page: next });
  };
  return (
    <Table
      columnDefinitions={definitions(columns)}
      items={isLoading ? [] : rowsOf(pages, page)}
      loading={isLoading}
      loadingText={run.isActive ? text.result.running : text.result.loading}
      selectionType="single"
      selectedItems={opened ? [opened] : []}
      onSelectionChange={({ detail }) => {
        detail.selectedItems.slice(0, 1).forEach(onOpen);
      }}
      onRowClick={({ detail }) => {
        onOpen(detail.item);
      }}
      trackBy={(row) => String(row.number)}
      ariaLabels={{
        selectionGroupLabel: text.result.openRow,
        itemSelectionLabel: (_, row) => text.result.details(row.number),
        tableLabel: text.result.title,
      }}
      resizableColumns
      stickyHeader
      stickyHeaderVerticalOffset={0}
      contentDensity="compact"
      header={
        <Header
          variant="h2"
          counter={counter(run)}
          description={pages.length > 0 ? text.result.openRow : undefined}
          actions={finished !== undefined && <ExportThis key={finished} tenant={tenant} execution={finished} />}
        >
          {text.result.title}
        </Header>
      }
      pagination={
        pages.length > 1 || result.hasNextPage ? (
          <Pagination
            currentPageIndex={page + 1}
            pagesCount={Math.max(pages.length, page + 1)}
            openEnd={result.hasNextPage}
            disabled={isLoading}
            onChange={({ detail }) => {
              turnTo(detail.currentPageIndex - 1);
            }}
            ariaLabels={{
              nextPageLabel: text.result.next,
              previousPageLabel: text.result.previous,
              pageLabel: (number) => text.result.page(number),
            }}
          />
        ) : undefined
      }
      empty={<NoRows run={run} />}
    />
  );
}

/** Exports the result; nothing for those who may not. */
function ExportThis({ tenant, execution }: { tenant: TenantMembership; execution: string }) {
  const [isAsked, setAsked] = useState(false);
  if (!may(tenant, "export:write")) {
    return null;
  }
  return (
    <>
      <Button
        iconName="download"
        onClick={() => {
          setAsked(true);
        }}
      >
        {text.exports.action}
      </Button>
      {isAsked && (
        <ExportDialog
          tenant={tenant}
          execution={execution}
          onDismiss={() => {
            setAsked(false);
          }}
        />
      )}
    </>
  );
}

function counter(run: StatementRun): string | undefined {
  const rows = run.phase === "FINISHED" ? run.run?.statistics?.rows : undefined;
  return rows == null ? undefined : `(${rows.toLocaleString("en")})`;
}

function definitions(columns: Column[]): TableProps.ColumnDefinition<ResultRow>[] {
  return columns.map((column, index) => ({
    id: String(index),
    header: <span title={column.type}>{column.name}</span>,
    cell: (row) => <CellValue cell={row.cells[index]} />,
    minWidth: 90,
    width: column.type.startsWith("timestamp") ? 200 : 260,
  }));
}

function NoRows({ run }: { run: StatementRun }) {
  switch (run.phase) {
    case "IDLE":
      return <EmptyState title={text.result.before}>{text.result.beforeDetail}</EmptyState>;
    case "FINISHED":
      return <EmptyState title={text.result.none}>{text.result.noneDetail}</EmptyState>;
    default:
      return (
        <EmptyState title={text.result.stopped}>
          <Box>{text.result.stoppedDetail}</Box>
        </EmptyState>
      );
  }
}
