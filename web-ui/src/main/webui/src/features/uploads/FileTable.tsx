import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import { toProblem } from "../../api/client";
import type { Totals, Upload, UploadFile } from "../../api/types";
import { useUploadFiles } from "../../api/uploads";
import { EmptyState } from "../../components/EmptyState";
import { count, size } from "../../components/format";
import { LoadFailed } from "../../components/LoadFailed";
import { text } from "../../i18n/en";
import { FileStatus } from "./UploadStatus";

const NAME: TableProps.ColumnDefinition<UploadFile> = {
  id: "name",
  header: text.uploads.file,
  isRowHeader: true,
  minWidth: 260,
  cell: ({ name }) => <span className="long-name">{name}</span>,
};

const STATE: TableProps.ColumnDefinition<UploadFile> = {
  id: "state",
  header: text.uploads.state,
  cell: ({ state, failure }) => (
    <>
      <FileStatus state={state} />
      {failure !== undefined && (
        <Box variant="small" display="block">
          {failure}
        </Box>
      )}
    </>
  ),
};

/** The columns of totals. A dry run stores nothing, so it has no columns for stored, duplicate and conflicting events. */
export function totalsColumns<T extends Totals>(isDryRun: boolean): TableProps.ColumnDefinition<T>[] {
  const stored = isDryRun ? [] : (["stored", "duplicate", "conflicting"] as const);
  return [
    { id: "received", header: text.uploads.received, cell: (item) => count(item.received) },
    ...[...stored, "filtered" as const, "rejected" as const].map((part) => ({
      id: part,
      header: text.uploads.parts[part],
      cell: (item: T) => count(item[part]),
    })),
  ];
}

/** The files of an upload with their states and totals. */
export function FileTable({ tenant, upload }: { tenant: string; upload: Upload }) {
  const files = useUploadFiles(tenant, upload);
  if (files.isError) {
    return <LoadFailed problem={toProblem(files.error)} onRetry={() => void files.refetch()} />;
  }
  const items = files.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Table
      columnDefinitions={[
        NAME,
        STATE,
        { id: "size", header: text.uploads.size, cell: ({ bytes }) => size(bytes) },
        ...totalsColumns<UploadFile>(upload.dryRun),
      ]}
      items={items}
      trackBy={({ number }) => String(number)}
      loading={files.isPending}
      loadingText={text.uploads.filesLoading}
      contentDensity="compact"
      wrapLines
      header={
        <Header variant="h2" counter={`(${count(items.length)}${files.hasNextPage ? "+" : ""})`}>
          {text.uploads.files}
        </Header>
      }
      ariaLabels={{ tableLabel: text.uploads.files }}
      empty={<EmptyState title={text.uploads.filesNone}>{text.uploads.filesNoneDetail}</EmptyState>}
      footer={
        files.hasNextPage && (
          <Box textAlign="center">
            <Button loading={files.isFetchingNextPage} onClick={() => void files.fetchNextPage()}>
              {text.uploads.more}
            </Button>
          </Box>
        )
      }
    />
  );
}
