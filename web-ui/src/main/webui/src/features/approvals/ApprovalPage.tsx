import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import { useParams } from "react-router";
import type { Approval, ApprovalHistory } from "../../api/approvalTypes";
import { useApproval } from "../../api/approvals";
import { toProblem } from "../../api/client";
import type { TenantMembership } from "../../api/types";
import { toApprovals } from "../../app/links";
import { OfTenant, TenantPage } from "../../app/TenantPage";
import { moment } from "../../components/format";
import { LoadFailed } from "../../components/LoadFailed";
import { Loading } from "../../components/Loading";
import { text } from "../../i18n/en";
import { ApprovalMarks, ApprovalStatus } from "./ApprovalStatus";
import { conditionsOf, sentenceOf } from "./scopeText";

/** One approval: what it is for, where it stands, and its versions. */
export function ApprovalPage() {
  const { system = "", approval = "" } = useParams();
  return (
    <OfTenant>
      {(tenant) => (
        <OneApproval key={`${tenant.id} ${system} ${approval}`} tenant={tenant} system={system} id={approval} />
      )}
    </OfTenant>
  );
}

function OneApproval({ tenant, system, id }: { tenant: TenantMembership; system: string; id: string }) {
  const approval = useApproval(tenant.id, system, id);
  return (
    <TenantPage
      tenant={tenant}
      title={id}
      above={[{ text: text.approvals.title, href: toApprovals(tenant.slug) }]}
      active={toApprovals(tenant.slug)}
      content={
        approval.data ? (
          <Content history={approval.data} />
        ) : approval.isError ? (
          <LoadFailed problem={toProblem(approval.error)} onRetry={() => void approval.refetch()} />
        ) : (
          <Loading />
        )
      }
    />
  );
}

function Content({ history: { current, versions } }: { history: ApprovalHistory }) {
  return (
    <ContentLayout
      header={
        <Header variant="h1" description={current.title}>
          <span className="long-name">{current.id}</span>
        </Header>
      }
    >
      <SpaceBetween size="l">
        <Details approval={current} />
        <Container header={<Header variant="h2">{text.approvals.scope}</Header>}>
          <Scope approval={current} />
        </Container>
        <Table
          columnDefinitions={COLUMNS}
          items={versions}
          trackBy={({ version }) => String(version)}
          ariaLabels={{ tableLabel: text.approvals.history }}
          wrapLines
          header={
            <Header variant="h2" counter={`(${versions.length})`}>
              {text.approvals.history}
            </Header>
          }
        />
      </SpaceBetween>
    </ContentLayout>
  );
}

function Details({ approval }: { approval: Approval }) {
  return (
    <Container header={<Header variant="h2">{text.approvals.details}</Header>}>
      <KeyValuePairs
        columns={4}
        items={[
          { label: text.approvals.state, value: <ApprovalStatus state={approval.state} /> },
          { label: text.approvals.system, value: approval.system },
          { label: text.approvals.version, value: String(approval.version) },
          { label: text.approvals.marks, value: <ApprovalMarks approval={approval} /> },
          { label: text.approvals.window, value: windowOf(approval) },
          { label: text.approvals.requester, value: approval.requester ?? "–" },
          {
            label: text.approvals.approvers,
            value: approval.approvers.length === 0 ? "–" : approval.approvers.join(", "),
          },
          { label: text.approvals.changed, value: moment(approval.changedAt) },
          ...(approval.link === undefined
            ? []
            : [
                {
                  label: text.approvals.id,
                  value: (
                    <Link href={approval.link} external rel="noopener noreferrer">
                      {text.approvals.link}
                    </Link>
                  ),
                },
              ]),
        ]}
      />
    </Container>
  );
}

function Scope({ approval: { scope } }: { approval: Approval }) {
  const conditions = conditionsOf(scope);
  if (conditions.length === 0) {
    return <>{text.approvals.everything}</>;
  }
  return (
    <>
      {text.approvals.inWords.any}
      <ul>
        {conditions.map((condition) => (
          <li key={condition}>{condition}</li>
        ))}
      </ul>
    </>
  );
}

function windowOf({ window }: Approval): string {
  return text.approvals.windowOf(moment(window.start), moment(window.end));
}

const COLUMNS: TableProps.ColumnDefinition<Approval>[] = [
  { id: "version", header: text.approvals.version, isRowHeader: true, cell: ({ version }) => String(version) },
  { id: "state", header: text.approvals.state, cell: ({ state }) => <ApprovalStatus state={state} /> },
  { id: "changed", header: text.approvals.changed, cell: ({ changedAt }) => moment(changedAt) },
  { id: "received", header: text.approvals.received, cell: ({ receivedAt }) => moment(receivedAt) },
  { id: "window", header: text.approvals.window, cell: windowOf },
  { id: "scope", header: text.approvals.scope, cell: ({ scope }) => sentenceOf(scope) },
];
