import Header from "@cloudscape-design/components/header";
import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import type { AccountState, UploadAccount } from "../../api/types";
import { EmptyState } from "../../components/EmptyState";
import { count } from "../../components/format";
import { text } from "../../i18n/en";

const LOOKS: Record<AccountState, StatusIndicatorProps.Type> = {
  admitted: "success",
  new: "info",
  "not-admitted": "error",
  foreign: "warning",
};

const ID: TableProps.ColumnDefinition<UploadAccount> = {
  id: "account",
  header: text.uploads.account,
  isRowHeader: true,
  cell: ({ id }) => id,
};

const ORGANISATION: TableProps.ColumnDefinition<UploadAccount> = {
  id: "organisation",
  header: text.uploads.organisation,
  cell: ({ organisation }) => organisation,
};

const REST: TableProps.ColumnDefinition<UploadAccount>[] = [
  {
    id: "state",
    header: text.uploads.state,
    cell: ({ state }) => (
      <span className="state">
        <StatusIndicator type={LOOKS[state]}>{text.uploads.accountStates[state]}</StatusIndicator>
      </span>
    ),
  },
  { id: "events", header: text.uploads.events, cell: (account) => count(account.count), width: 160 },
];

/** The AWS accounts of the events in an upload or dry run, with their event counts. */
export function AccountTable({ accounts }: { accounts: UploadAccount[] }) {
  const withOrganisation = accounts.some(({ organisation }) => organisation !== undefined);
  return (
    <Table
      columnDefinitions={[ID, ...(withOrganisation ? [ORGANISATION] : []), ...REST]}
      items={accounts}
      trackBy={({ id, organisation }) => `${id} ${organisation ?? ""}`}
      contentDensity="compact"
      header={
        <Header variant="h2" counter={`(${count(accounts.length)})`}>
          {text.uploads.accounts}
        </Header>
      }
      ariaLabels={{ tableLabel: text.uploads.accounts }}
      empty={<EmptyState title={text.uploads.accountsNone}>{text.uploads.accountsNoneDetail}</EmptyState>}
    />
  );
}
