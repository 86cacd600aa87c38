import Box from "@cloudscape-design/components/box";
import Header from "@cloudscape-design/components/header";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import type { Upload } from "../../api/types";
import { count } from "../../components/format";
import { text } from "../../i18n/en";
import { reasonsOf } from "./totals";

const COLUMNS: TableProps.ColumnDefinition<{ reason: string; count: number }>[] = [
  {
    id: "reason",
    header: text.uploads.reason,
    isRowHeader: true,
    cell: ({ reason }) => (
      <>
        {text.uploads.reasons[reason] ?? reason}{" "}
        <Box variant="code" color="text-body-secondary">
          {reason}
        </Box>
      </>
    ),
  },
  { id: "records", header: text.uploads.records, cell: (reason) => count(reason.count), width: 160 },
];

/** Rejected records counted by reason; renders nothing if no record was rejected. */
export function ReasonTable({ upload }: { upload: Upload }) {
  const reasons = reasonsOf(upload);
  return (
    reasons.length > 0 && (
      <Table
        columnDefinitions={COLUMNS}
        items={reasons}
        trackBy="reason"
        contentDensity="compact"
        header={<Header variant="h2">{text.uploads.reasonsTitle}</Header>}
        ariaLabels={{ tableLabel: text.uploads.reasonsTitle }}
      />
    )
  );
}
