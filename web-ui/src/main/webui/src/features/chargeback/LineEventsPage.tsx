import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import { useParams } from "react-router";
import { useLineEvents } from "../../api/chargeback";
import { toProblem } from "../../api/client";
import type { TenantMembership } from "../../api/types";
import { toChargeback, toStatement } from "../../app/links";
import { OfTenant, TenantPage } from "../../app/TenantPage";
import { LoadFailed } from "../../components/LoadFailed";
import { Loading } from "../../components/Loading";
import { text } from "../../i18n/en";

/** The events behind a line of a statement. */
export function LineEventsPage() {
  const { month = "", line = "" } = useParams();
  return (
    <OfTenant>
      {(tenant) => (
        <TenantPage
          tenant={tenant}
          title={text.chargeback.events}
          above={[
            { text: text.chargeback.title, href: toChargeback(tenant.slug) },
            { text: text.chargeback.statement(month), href: toStatement(tenant.slug, month) },
          ]}
          active={toChargeback(tenant.slug)}
          content={<Events key={line} tenant={tenant} month={month} line={line} />}
        />
      )}
    </OfTenant>
  );
}

function Events({ tenant, month, line }: { tenant: TenantMembership; month: string; line: string }) {
  const events = useLineEvents(tenant.id, month, line);
  const first = events.data?.pages[0];
  if (events.isError) {
    return <LoadFailed problem={toProblem(events.error)} onRetry={() => void events.refetch()} />;
  }
  if (first === undefined) {
    return <Loading />;
  }
  const rows = events.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <SpaceBetween size="m">
      {first.truncated && <Alert type="warning">{text.chargeback.truncated}</Alert>}
      <Table
        columnDefinitions={first.columns.map((column, index) => ({
          id: column,
          header: column,
          cell: (row: (typeof rows)[number]) => String(row[index] ?? ""),
        }))}
        items={rows}
        wrapLines
        ariaLabels={{ tableLabel: text.chargeback.events }}
        header={
          <Header variant="h1" description={text.chargeback.sumsTo(first.quantity)}>
            {text.chargeback.events}
          </Header>
        }
        footer={
          events.hasNextPage && (
            <Button loading={events.isFetchingNextPage} onClick={() => void events.fetchNextPage()}>
              {text.chargeback.more}
            </Button>
          )
        }
      />
      <ExpandableSection headerText={text.chargeback.behind}>
        <pre>{first.statement}</pre>
        <pre>{JSON.stringify(first.values, null, 2)}</pre>
      </ExpandableSection>
    </SpaceBetween>
  );
}
