import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import { useState } from "react";
import { useParams } from "react-router";
import {
  statementFileAddress,
  useStatement,
  useStatementStep,
  type Statement,
  type StatementLine,
} from "../../api/chargeback";
import { toProblem } from "../../api/client";
import { may } from "../../api/session";
import type { TenantMembership } from "../../api/types";
import { toChargeback, toLineEvents } from "../../app/links";
import { OfTenant, TenantPage } from "../../app/TenantPage";
import { ConfirmDialog } from "../../components/ConfirmDialog";
import { EmptyState } from "../../components/EmptyState";
import { LoadFailed } from "../../components/LoadFailed";
import { Loading } from "../../components/Loading";
import { RouteLink } from "../../components/RouteLink";
import { text } from "../../i18n/en";
import { Credits } from "./Credits";
import { priceOf } from "./price";

/** The statement of a month. */
export function StatementPage() {
  const { month = "" } = useParams();
  return (
    <OfTenant>
      {(tenant) => (
        <TenantPage
          tenant={tenant}
          title={text.chargeback.statement(month)}
          above={[{ text: text.chargeback.title, href: toChargeback(tenant.slug) }]}
          active={toChargeback(tenant.slug)}
          content={<Loaded key={`${tenant.id} ${month}`} tenant={tenant} month={month} />}
        />
      )}
    </OfTenant>
  );
}

interface Properties {
  tenant: TenantMembership;
  month: string;
}

function Loaded({ tenant, month }: Properties) {
  const statement = useStatement(tenant.id, month);
  if (statement.isError) {
    return <LoadFailed problem={toProblem(statement.error)} onRetry={() => void statement.refetch()} />;
  }
  return statement.data === undefined ? (
    <Loading />
  ) : (
    <SpaceBetween size="l">
      <Head tenant={tenant} statement={statement.data} />
      <CostCentres statement={statement.data} />
      <Lines tenant={tenant} statement={statement.data} />
      {statement.data.state === "closed" && <Credits tenant={tenant} statement={statement.data} />}
    </SpaceBetween>
  );
}

function Head({ tenant, statement }: { tenant: TenantMembership; statement: Statement }) {
  const [isClosing, setClosing] = useState(false);
  const { month } = statement;
  const step = useStatementStep(tenant.id, month);
  const isOpen = statement.state === "open";
  const money = (amount: string) => `${amount} ${statement.currency}`;
  return (
    <SpaceBetween size="m">
      <Header
        variant="h1"
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button iconName="download" href={statementFileAddress(tenant.id, month, "csv")} download>
              {text.chargeback.csv}
            </Button>
            <Button iconName="download" href={statementFileAddress(tenant.id, month, "pdf")} download>
              {text.chargeback.pdf}
            </Button>
            {!isOpen && (
              <Button iconName="download" href={statementFileAddress(tenant.id, month, "zip")} download>
                {text.chargeback.signed}
              </Button>
            )}
            {isOpen && may(tenant, "chargeback:write") && (
              <Button
                loading={step.isPending && step.variables === "recount"}
                onClick={() => {
                  step.mutate("recount");
                }}
              >
                {text.chargeback.recount}
              </Button>
            )}
            {isOpen && may(tenant, "chargeback:close") && (
              <Button
                variant="primary"
                onClick={() => {
                  setClosing(true);
                }}
              >
                {text.chargeback.close}
              </Button>
            )}
          </SpaceBetween>
        }
      >
        {text.chargeback.statement(month)}
      </Header>
      {step.isError && step.variables === "recount" && <LoadFailed problem={toProblem(step.error)} />}
      {statement.problems.length > 0 && (
        <Alert type="warning" header={text.chargeback.problems}>
          {statement.problems.map((problem) => (
            <div key={problem}>{problem}</div>
          ))}
        </Alert>
      )}
      <KeyValuePairs
        columns={4}
        items={[
          { label: text.chargeback.state, value: text.chargeback.states[statement.state] },
          { label: text.chargeback.readAt, value: statement.readAt ?? text.chargeback.notRead },
          { label: text.chargeback.total, value: money(statement.total) },
          { label: text.chargeback.due, value: money(statement.due) },
        ]}
      />
      {isClosing && (
        <ConfirmDialog
          title={text.chargeback.closeTitle(month)}
          confirm={text.chargeback.close}
          cancel={text.chargeback.cancel}
          isPending={step.isPending}
          failure={step.error}
          onDismiss={() => {
            setClosing(false);
          }}
          onConfirm={() => {
            step.mutate("close", {
              onSuccess: () => {
                setClosing(false);
              },
            });
          }}
        >
          {text.chargeback.closeDetail}
        </ConfirmDialog>
      )}
    </SpaceBetween>
  );
}

function CostCentres({ statement }: { statement: Statement }) {
  return (
    <Table
      columnDefinitions={[
        { id: "name", header: text.chargeback.costCentre, isRowHeader: true, cell: ({ name }) => name },
        { id: "amount", header: text.chargeback.amount, cell: ({ amount }) => amount },
        { id: "credited", header: text.chargeback.credited, cell: ({ credited }) => credited },
        { id: "due", header: text.chargeback.due, cell: ({ due }) => due },
      ]}
      items={statement.costCentres}
      trackBy="name"
      ariaLabels={{ tableLabel: text.chargeback.costCentres }}
      header={<Header variant="h2">{text.chargeback.costCentres}</Header>}
      empty={<EmptyState title={text.chargeback.noLines}>{text.chargeback.noLinesDetail}</EmptyState>}
    />
  );
}

function Lines({ tenant, statement }: { tenant: TenantMembership; statement: Statement }) {
  const nameOf = (id: string) => statement.meters.find((meter) => meter.id === id)?.name ?? id;
  const columns: TableProps.ColumnDefinition<StatementLine>[] = [
    { id: "costCentre", header: text.chargeback.costCentre, cell: ({ costCentre }) => costCentre },
    { id: "meter", header: text.chargeback.meter, isRowHeader: true, cell: ({ meter }) => nameOf(meter) },
    { id: "payer", header: text.chargeback.payer, cell: ({ payer }) => payer.join(" ") },
    { id: "quantity", header: text.chargeback.quantity, cell: ({ quantity }) => quantity },
    { id: "price", header: text.chargeback.price, cell: (line) => priceOf(line) ?? text.chargeback.noRate },
    { id: "amount", header: text.chargeback.amount, cell: ({ amount }) => amount },
  ];
  const events: TableProps.ColumnDefinition<StatementLine> = {
    id: "events",
    header: text.chargeback.events,
    cell: ({ id }) => (
      <RouteLink href={toLineEvents(tenant.slug, statement.month, id)}>{text.chargeback.events}</RouteLink>
    ),
  };
  return (
    <Table
      columnDefinitions={may(tenant, "query:run") ? [...columns, events] : columns}
      items={statement.lines}
      trackBy="id"
      wrapLines
      ariaLabels={{ tableLabel: text.chargeback.lines }}
      header={<Header variant="h2">{text.chargeback.lines}</Header>}
      empty={<EmptyState title={text.chargeback.noLines}>{text.chargeback.noLinesDetail}</EmptyState>}
    />
  );
}
