import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import FileUpload from "@cloudscape-design/components/file-upload";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import { useState } from "react";
import type { ApprovalImport, ImportFault } from "../../api/approvalTypes";
import { useImportApprovals } from "../../api/approvals";
import { toProblem } from "../../api/client";
import { count } from "../../components/format";
import { LoadFailed } from "../../components/LoadFailed";
import { text } from "../../i18n/en";

/** Looks through a CSV file, says what would come of it, and keeps its approvals. */
export function UploadDialog({ tenant, onEnd }: { tenant: string; onEnd: () => void }) {
  const upload = useImportApprovals(tenant);
  const [file, setFile] = useState<File>();
  const words = text.approvals.file;
  const report = upload.data;
  const isLookedThrough = report?.dryRun === true && report.faultCount === 0;
  const send = (isDryRun: boolean) => {
    if (file !== undefined) {
      upload.mutate({ file, isDryRun });
    }
  };
  return (
    <Modal
      visible
      size="large"
      header={words.title}
      closeAriaLabel={words.close}
      onDismiss={onEnd}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onEnd}>
              {words.close}
            </Button>
            <Button
              disabled={file === undefined}
              loading={upload.isPending && upload.variables.isDryRun}
              onClick={() => {
                send(true);
              }}
            >
              {words.dryRun}
            </Button>
            <Button
              variant="primary"
              disabled={!isLookedThrough}
              loading={upload.isPending && !upload.variables.isDryRun}
              onClick={() => {
                send(false);
              }}
            >
              {words.keep}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Box>{words.lead}</Box>
        <FileUpload
          value={file === undefined ? [] : [file]}
          accept=".csv,text/csv"
          showFileSize
          i18nStrings={{
            uploadButtonText: () => words.choose,
            dropzoneText: () => words.choose,
            removeFileAriaLabel: () => words.remove,
            limitShowFewer: "",
            limitShowMore: "",
            errorIconAriaLabel: words.faults,
          }}
          onChange={({ detail }) => {
            upload.reset();
            setFile(detail.value[0]);
          }}
        />
        {upload.isError && <LoadFailed problem={toProblem(upload.error)} />}
        {report && <Report report={report} />}
      </SpaceBetween>
    </Modal>
  );
}

function Report({ report }: { report: ApprovalImport }) {
  const words = text.approvals.file;
  return (
    <SpaceBetween size="m">
      {report.faultCount === 0 && (
        <Alert type="success" header={report.dryRun ? words.good : words.kept}>
          {report.dryRun && words.goodDetail}
        </Alert>
      )}
      <KeyValuePairs
        columns={4}
        items={(["lines", "added", "newer", "unchanged", "older"] as const).map((name) => ({
          label: words[name],
          value: count(report[name]),
        }))}
      />
      {report.faultCount > 0 && (
        <>
          <Alert type="error" header={words.bad(count(report.faultCount))} />
          <Table
            columnDefinitions={COLUMNS}
            items={report.faults}
            variant="embedded"
            ariaLabels={{ tableLabel: words.faults }}
            wrapLines
          />
        </>
      )}
    </SpaceBetween>
  );
}

const COLUMNS: TableProps.ColumnDefinition<ImportFault>[] = [
  { id: "line", header: text.approvals.file.line, isRowHeader: true, cell: ({ line }) => count(line) },
  { id: "column", header: text.approvals.file.column, cell: ({ column }) => column ?? "–" },
  { id: "reason", header: text.approvals.file.reason, cell: ({ reason }) => reason },
];
