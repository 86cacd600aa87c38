import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import type { TenantMembership } from "../../api/types";
import { text } from "../../i18n/en";
import { AccountTable } from "./AccountTable";
import { warningsOf } from "./warnings";
import { locationOf } from "./location";
import { ReasonTable } from "./ReasonTable";
import { readable, type Example, type ImportRequest, type DryRunResult } from "./dryRun";
import { UploadTotals } from "./UploadTotals";

interface Properties {
  tenant: TenantMembership;
  request: ImportRequest;
  result: DryRunResult;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Result of a dry run: warnings, totals, accounts and rejected records, to confirm or cancel the import. */
export function DryRunReview({ tenant, request, result, onConfirm, onCancel }: Properties) {
  return (
    <SpaceBetween size="l">
      <Alert type="warning" data-testid="dry-run-warnings" header={text.imports.review(tenant.name)}>
        <SpaceBetween size="s">
          <ul className="warnings">
            {warningsOf(result).map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="primary" disabled={readable(request, result).files.length === 0} onClick={onConfirm}>
              {text.imports.confirm(tenant.name)}
            </Button>
            <Button onClick={onCancel}>{text.imports.cancel}</Button>
          </SpaceBetween>
        </SpaceBetween>
      </Alert>
      <UploadTotals upload={result.totals} />
      <ReasonTable upload={result.totals} />
      <AccountTable accounts={result.totals.accounts ?? []} />
      {result.examples.length > 0 && <Examples examples={result.examples} />}
    </SpaceBetween>
  );
}

const COLUMNS: TableProps.ColumnDefinition<Example>[] = [
  {
    id: "file",
    header: text.uploads.file,
    isRowHeader: true,
    cell: ({ file }) => <span className="long-name">{file}</span>,
  },
  { id: "location", header: text.imports.location, cell: ({ position }) => locationOf(position) },
  { id: "reason", header: text.uploads.reason, cell: ({ reason }) => text.uploads.reasons[reason] ?? reason },
  { id: "detail", header: text.uploads.details, cell: ({ detail }) => detail },
];

function Examples({ examples }: { examples: Example[] }) {
  return (
    <Table
      columnDefinitions={COLUMNS}
      items={examples}
      contentDensity="compact"
      wrapLines
      header={
        <Header variant="h2" description={text.imports.examplesHint}>
          {text.imports.examples}
        </Header>
      }
      ariaLabels={{ tableLabel: text.imports.examples }}
    />
  );
}
