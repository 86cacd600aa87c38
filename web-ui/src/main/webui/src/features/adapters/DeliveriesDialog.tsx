import Modal from "@cloudscape-design/components/modal";
import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import { useAdapterDeliveries } from "../../api/adapters";
import type { Adapter, AdapterDelivery, DeliveryOutcome } from "../../api/approvalTypes";
import { toProblem } from "../../api/client";
import { EmptyState } from "../../components/EmptyState";
import { moment } from "../../components/format";
import { LoadFailed } from "../../components/LoadFailed";
import { text } from "../../i18n/en";

const TYPES: Record<DeliveryOutcome, StatusIndicatorProps.Type> = {
  accepted: "success",
  ignored: "info",
  rejected: "error",
};

interface Properties {
  tenant: string;
  adapter: Adapter;
  onDismiss: () => void;
}

/** What became of the last deliveries to an adapter. */
export function DeliveriesDialog({ tenant, adapter, onDismiss }: Properties) {
  const deliveries = useAdapterDeliveries(tenant, adapter.id);
  return (
    <Modal
      visible
      size="max"
      header={text.adapters.logOf(adapter.name)}
      closeAriaLabel={text.adapters.close}
      onDismiss={onDismiss}
    >
      <Table
        variant="embedded"
        columnDefinitions={COLUMNS}
        items={deliveries.data ?? []}
        trackBy="id"
        loading={deliveries.isPending}
        loadingText={text.adapters.loading}
        ariaLabels={{ tableLabel: text.adapters.logOf(adapter.name) }}
        wrapLines
        empty={
          deliveries.isError ? (
            <LoadFailed problem={toProblem(deliveries.error)} onRetry={() => void deliveries.refetch()} />
          ) : (
            <EmptyState title={text.adapters.noDeliveries}>{text.adapters.noDeliveriesDetail}</EmptyState>
          )
        }
      />
    </Modal>
  );
}

const COLUMNS: TableProps.ColumnDefinition<AdapterDelivery>[] = [
  { id: "received", header: text.adapters.received, isRowHeader: true, cell: ({ receivedAt }) => moment(receivedAt) },
  {
    id: "outcome",
    header: text.adapters.outcome,
    cell: ({ outcome }) => <StatusIndicator type={TYPES[outcome]}>{text.adapters.outcomes[outcome]}</StatusIndicator>,
  },
  { id: "approval", header: text.adapters.approval, cell: ({ approval }) => approval ?? "–" },
  { id: "reason", header: text.adapters.reason, cell: ({ reason }) => reason ?? "–" },
];
