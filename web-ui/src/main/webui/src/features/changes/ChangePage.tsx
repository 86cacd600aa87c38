import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import { useParams } from "react-router";
import { useChange } from "../../api/changes";
import type { ApprovalName, Change, ChangeDetails, Revision } from "../../api/changeTypes";
import { toProblem } from "../../api/client";
import { may } from "../../api/session";
import type { TenantMembership } from "../../api/types";
import { toApproval, toChanges } from "../../app/links";
import { OfTenant, TenantPage } from "../../app/TenantPage";
import { moment } from "../../components/format";
import { LoadFailed } from "../../components/LoadFailed";
import { Loading } from "../../components/Loading";
import { RouteLink } from "../../components/RouteLink";
import { text } from "../../i18n/en";
import { columnsOf } from "./ChangeTable";
import { ReviewActions } from "./ReviewActions";
import { VerdictBadge } from "./VerdictBadge";

/** One change: the event, and what decided. */
export function ChangePage() {
  const { change = "" } = useParams();
  return (
    <OfTenant>
      {(tenant) => (
        <TenantPage
          tenant={tenant}
          title={text.changes.title}
          above={[{ text: text.changes.title, href: toChanges(tenant.slug) }]}
          active={toChanges(tenant.slug)}
          content={<Loaded key={change} tenant={tenant} id={change} />}
        />
      )}
    </OfTenant>
  );
}

function Loaded({ tenant, id }: { tenant: TenantMembership; id: string }) {
  const change = useChange(tenant.id, id);
  if (change.isError) {
    return <LoadFailed problem={toProblem(change.error)} onRetry={() => void change.refetch()} />;
  }
  return change.data ? <Shown tenant={tenant} details={change.data} /> : <Loading />;
}

function Shown({ tenant, details }: { tenant: TenantMembership; details: ChangeDetails }) {
  const { change, revisions, group } = details;
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header
            variant="h1"
            description={moment(change.eventTime)}
            actions={may(tenant, "change:review") && <ReviewActions tenant={tenant} details={details} />}
          >
            {change.eventName}
          </Header>
        }
      >
        <KeyValuePairs
          columns={3}
          items={[
            { label: text.changes.verdict, value: <VerdictBadge verdict={change.verdict} /> },
            { label: text.changes.one.decided, value: change.reason },
            ...nearestOf(tenant, change),
            ...decidedBy(tenant, change),
            { label: text.changes.review, value: <ReviewText change={change} /> },
          ]}
        />
      </Container>
      <EventFacts change={change} />
      <Revisions revisions={revisions} />
      {group.length > 1 && (
        <Table
          columnDefinitions={columnsOf(tenant.slug)}
          items={group}
          trackBy="id"
          wrapLines
          ariaLabels={{ tableLabel: text.changes.one.group }}
          header={<Header variant="h2">{text.changes.one.group}</Header>}
        />
      )}
    </SpaceBetween>
  );
}

function nearestOf(tenant: TenantMembership, { nearest }: Change) {
  return nearest === undefined
    ? []
    : [
        {
          label: text.changes.one.nearest,
          value: (
            <>
              {nearest.reason} (<ApprovalLink tenant={tenant} approval={nearest.approval} />)
            </>
          ),
        },
      ];
}

function decidedBy(tenant: TenantMembership, { approval, rule }: Change) {
  return [
    ...(approval === undefined
      ? []
      : [{ label: text.changes.one.approval, value: <ApprovalLink tenant={tenant} approval={approval} /> }]),
    ...(rule === undefined ? [] : [{ label: text.changes.one.rule, value: rule }]),
  ];
}

function ApprovalLink({ tenant, approval }: { tenant: TenantMembership; approval: ApprovalName }) {
  return <RouteLink href={toApproval(tenant.slug, approval.system, approval.id)}>{approval.id}</RouteLink>;
}

function ReviewText({ change }: { change: Change }) {
  const { review, reviewer, reviewedAt, reviewReason } = change;
  return (
    <>
      {text.changes.reviews[review]}
      {reviewReason !== undefined && `: ${reviewReason}`}
      {reviewer !== undefined && reviewedAt !== undefined && (
        <Box variant="small" color="text-body-secondary" display="block">
          {text.changes.reviewing.by(reviewer, moment(reviewedAt))}
        </Box>
      )}
    </>
  );
}

function EventFacts({ change }: { change: Change }) {
  const dash = "–";
  return (
    <Container header={<Header variant="h2">{text.changes.one.event}</Header>}>
      <KeyValuePairs
        columns={3}
        items={[
          { label: text.changes.what, value: `${change.eventSource}: ${change.eventName}` },
          { label: text.changes.who, value: change.who },
          { label: text.changes.one.principal, value: change.principalArn ?? dash },
          { label: text.changes.account, value: change.accountId ?? dash },
          { label: text.changes.where, value: change.awsRegion ?? dash },
          { label: text.changes.how, value: text.changes.origins[change.origin] },
          { label: text.changes.one.howReason, value: change.originReason },
          {
            label: text.changes.one.resources,
            value: change.resources.length === 0 ? text.changes.one.noResources : change.resources.join(" "),
          },
          { label: text.changes.one.eventId, value: <code>{change.eventId}</code> },
        ]}
      />
    </Container>
  );
}

function Revisions({ revisions }: { revisions: Revision[] }) {
  return (
    <Table
      columnDefinitions={[
        {
          id: "revision",
          header: text.changes.one.revision,
          isRowHeader: true,
          cell: ({ revision }) => String(revision),
        },
        { id: "at", header: text.changes.one.at, cell: ({ decidedAt }) => moment(decidedAt) },
        { id: "verdict", header: text.changes.verdict, cell: ({ verdict }) => <VerdictBadge verdict={verdict} /> },
        { id: "reason", header: text.changes.reason, cell: ({ reason }) => reason },
      ]}
      items={revisions}
      trackBy={({ revision }) => String(revision)}
      wrapLines
      ariaLabels={{ tableLabel: text.changes.one.revisions }}
      header={<Header variant="h2">{text.changes.one.revisions}</Header>}
    />
  );
}
