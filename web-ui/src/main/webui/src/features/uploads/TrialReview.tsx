import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import type { TenantMembership } from "../../api/types";
import { text } from "../../i18n/en";
import { AccountTable } from "./AccountTable";
import { doubtsAbout } from "./doubts";
import { placeOf } from "./place";
import { ReasonTable } from "./ReasonTable";
import { readable, type Example, type Order, type Trial } from "./trial";
import { UploadSum } from "./UploadSum";

interface Properties {
  tenant: TenantMembership;
  order: Order;
  trial: Trial;
  onSend: () => void;
  onLeave: () => void;
}

/** What would come of the files, and the question whether they are to be sent. */
export function TrialReview({ tenant, order, trial, onSend, onLeave }: Properties) {
  return (
    <SpaceBetween size="l">
      <Alert type="warning" data-testid="bring-question" header={text.bring.ask(tenant.name)}>
        <SpaceBetween size="s">
          <ul className="doubts">
            {doubtsAbout(trial).map((doubt) => (
              <li key={doubt}>{doubt}</li>
            ))}
          </ul>
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="primary" disabled={readable(order, trial).files.length === 0} onClick={onSend}>
              {text.bring.send(tenant.name)}
            </Button>
            <Button onClick={onLeave}>{text.bring.doNotSend}</Button>
          </SpaceBetween>
        </SpaceBetween>
      </Alert>
      <UploadSum upload={trial.sum} />
      <ReasonTable upload={trial.sum} />
      <AccountTable accounts={trial.sum.accounts ?? []} />
      {trial.examples.length > 0 && <Examples examples={trial.examples} />}
    </SpaceBetween>
  );
}

const COLUMNS: TableProps.ColumnDefinition<Example>[] = [
  { id: "file", header: text.uploads.file, isRowHeader: true, cell: ({ file }) => file },
  { id: "place", header: text.bring.place, cell: ({ position }) => placeOf(position) },
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
        <Header variant="h2" description={text.bring.examplesHint}>
          {text.bring.examples}
        </Header>
      }
      ariaLabels={{ tableLabel: text.bring.examples }}
    />
  );
}
