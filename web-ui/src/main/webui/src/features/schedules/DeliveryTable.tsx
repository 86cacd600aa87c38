import Box from "@cloudscape-design/components/box";
import Header from "@cloudscape-design/components/header";
import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import Table from "@cloudscape-design/components/table";
import type { DeliveryState } from "../../api/schedulerTypes";
import { may } from "../../api/session";
import type { TenantMembership } from "../../api/types";
import { toExport } from "../../app/links";
import { EmptyState } from "../../components/EmptyState";
import { RouteLink } from "../../components/RouteLink";
import { text } from "../../i18n/en";
import { useDestinationName } from "../exports/useDestinationName";

const LOOKS: Record<DeliveryState["state"], StatusIndicatorProps.Type> = {
  pending: "in-progress",
  succeeded: "success",
  failed: "error",
};

interface Properties {
  tenant: TenantMembership;
  deliveries: readonly DeliveryState[];
}

/** Where the result of a run is written to, and how far. */
export function DeliveryTable({ tenant, deliveries }: Properties) {
  const nameOf = useDestinationName(tenant);
  return (
    <Table
      items={deliveries.map((delivery, index) => ({ index, ...delivery }))}
      trackBy={({ index }) => String(index)}
      ariaLabels={{ tableLabel: text.schedules.run.deliveries }}
      wrapLines
      header={<Header variant="h2">{text.schedules.run.deliveries}</Header>}
      empty={
        <EmptyState title={text.schedules.run.deliveriesNone}>{text.schedules.run.deliveriesNoneDetail}</EmptyState>
      }
      columnDefinitions={[
        {
          id: "destination",
          header: text.schedules.form.destination,
          isRowHeader: true,
          cell: ({ delivery }) => nameOf(delivery.destination),
        },
        {
          id: "format",
          header: text.schedules.form.format,
          cell: ({ delivery }) => text.exports.formats[delivery.format],
        },
        {
          id: "state",
          header: text.schedules.run.state,
          cell: ({ state, problem }) => (
            <>
              <StatusIndicator type={LOOKS[state]}>{text.schedules.run.deliveryStates[state]}</StatusIndicator>
              {problem && (
                <Box variant="small" color="text-body-secondary" display="block">
                  {problem.detail ?? problem.title}
                </Box>
              )}
            </>
          ),
        },
        {
          id: "export",
          header: text.exports.files,
          cell: ({ export: id }) =>
            id !== undefined && may(tenant, "export:read") ? (
              <RouteLink href={toExport(tenant.slug, id)}>{text.schedules.run.openExport}</RouteLink>
            ) : (
              "–"
            ),
        },
      ]}
    />
  );
}
