import Header from "@cloudscape-design/components/header";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import { useStatements, type StatementSummary } from "../../api/chargeback";
import { toProblem } from "../../api/client";
import type { TenantMembership } from "../../api/types";
import { toChargeback, toStatement } from "../../app/links";
import { OfTenant, TenantPage } from "../../app/TenantPage";
import { EmptyState } from "../../components/EmptyState";
import { LoadFailed } from "../../components/LoadFailed";
import { RouteLink } from "../../components/RouteLink";
import { text } from "../../i18n/en";

/** The months of a tenant. */
export function ChargebackPage() {
  return (
    <OfTenant>
      {(tenant) => (
        <TenantPage
          tenant={tenant}
          title={text.chargeback.title}
          active={toChargeback(tenant.slug)}
          contentType="table"
          content={<MonthTable key={tenant.id} tenant={tenant} />}
        />
      )}
    </OfTenant>
  );
}

function MonthTable({ tenant }: { tenant: TenantMembership }) {
  const statements = useStatements(tenant.id);
  const month: TableProps.ColumnDefinition<StatementSummary> = {
    id: "month",
    header: text.chargeback.month,
    isRowHeader: true,
    cell: (one) => <RouteLink href={toStatement(tenant.slug, one.month)}>{one.month}</RouteLink>,
  };
  return (
    <Table
      variant="full-page"
      columnDefinitions={[month, ...COLUMNS]}
      items={statements.data ?? []}
      trackBy="month"
      loading={statements.isPending}
      loadingText={text.chargeback.loading}
      ariaLabels={{ tableLabel: text.chargeback.title }}
      header={
        <Header variant="h1" description={text.chargeback.lead(tenant.name)}>
          {text.chargeback.title}
        </Header>
      }
      empty={
        statements.isError ? (
          <LoadFailed problem={toProblem(statements.error)} onRetry={() => void statements.refetch()} />
        ) : (
          <EmptyState title={text.chargeback.none}>{text.chargeback.noneDetail}</EmptyState>
        )
      }
    />
  );
}

const COLUMNS: TableProps.ColumnDefinition<StatementSummary>[] = [
  { id: "state", header: text.chargeback.state, cell: ({ state }) => text.chargeback.states[state] },
  { id: "total", header: text.chargeback.total, cell: ({ total, currency }) => total && `${total} ${currency ?? ""}` },
  { id: "closedAt", header: text.chargeback.closedAt, cell: ({ closedAt }) => closedAt },
];
