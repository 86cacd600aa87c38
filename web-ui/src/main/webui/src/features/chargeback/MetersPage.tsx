import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import Toggle from "@cloudscape-design/components/toggle";
import { useMeters, useSwitchMeter, type Meter } from "../../api/chargeback";
import { toProblem } from "../../api/client";
import { may } from "../../api/session";
import type { TenantMembership } from "../../api/types";
import { toMeter, toMeters, toNewMeter } from "../../app/links";
import { OfTenant, TenantPage } from "../../app/TenantPage";
import { LoadFailed } from "../../components/LoadFailed";
import { RouteLink } from "../../components/RouteLink";
import { useFollow } from "../../components/useFollow";
import { text } from "../../i18n/en";

/** What a tenant's usage is counted by. */
export function MetersPage() {
  return (
    <OfTenant>
      {(tenant) => (
        <TenantPage
          tenant={tenant}
          title={text.chargeback.meters}
          active={toMeters(tenant.slug)}
          contentType="table"
          content={<MeterTable key={tenant.id} tenant={tenant} />}
        />
      )}
    </OfTenant>
  );
}

function MeterTable({ tenant }: { tenant: TenantMembership }) {
  const meters = useMeters(tenant.id);
  const change = useSwitchMeter(tenant.id);
  const follow = useFollow();
  const name: TableProps.ColumnDefinition<Meter> = {
    id: "name",
    header: text.chargeback.name,
    isRowHeader: true,
    cell: (meter) => <RouteLink href={toMeter(tenant.slug, meter.id)}>{meter.name}</RouteLink>,
  };
  const enabled: TableProps.ColumnDefinition<Meter> = {
    id: "enabled",
    header: text.chargeback.enabled,
    cell: (meter) => (
      <Toggle
        checked={meter.enabled}
        disabled={change.isPending || !may(tenant, "chargeback:write")}
        ariaLabel={text.chargeback.switchOf(meter.name)}
        onChange={() => {
          change.mutate(meter);
        }}
      />
    ),
  };
  return (
    <SpaceBetween size="m">
      {change.isError && <LoadFailed problem={toProblem(change.error)} />}
      <Table
        variant="full-page"
        columnDefinitions={[name, ...COLUMNS, enabled]}
        items={meters.data ?? []}
        trackBy="id"
        loading={meters.isPending}
        loadingText={text.chargeback.loadingMeters}
        ariaLabels={{ tableLabel: text.chargeback.meters }}
        header={
          <Header
            variant="h1"
            description={text.chargeback.metersLead}
            actions={
              may(tenant, "chargeback:write") && (
                <Button variant="primary" href={toNewMeter(tenant.slug)} onFollow={follow}>
                  {text.chargeback.meterForm.create}
                </Button>
              )
            }
          >
            {text.chargeback.meters}
          </Header>
        }
        empty={meters.isError && <LoadFailed problem={toProblem(meters.error)} onRetry={() => void meters.refetch()} />}
      />
    </SpaceBetween>
  );
}

const COLUMNS: TableProps.ColumnDefinition<Meter>[] = [
  { id: "id", header: text.chargeback.meter, cell: ({ id }) => <code>{id}</code> },
  { id: "unit", header: text.chargeback.unit, cell: ({ unit }) => unit },
  {
    id: "origin",
    header: text.chargeback.origin,
    cell: ({ builtIn }) => (builtIn ? text.chargeback.ofTarn : text.chargeback.ofTenant),
  },
];
