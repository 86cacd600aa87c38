import Table from "@cloudscape-design/components/table";
import Header from "@cloudscape-design/components/header";
import { useReviewQueue } from "../../api/changes";
import { toProblem } from "../../api/client";
import type { TenantMembership } from "../../api/types";
import { toChange } from "../../app/links";
import { EmptyState } from "../../components/EmptyState";
import { moment } from "../../components/format";
import { LoadFailed } from "../../components/LoadFailed";
import { RouteLink } from "../../components/RouteLink";
import { text } from "../../i18n/en";
import { VerdictBadge } from "./VerdictBadge";

/** Pieces of work that a reviewer has to look at, one row each. */
export function QueueTable({ tenant }: { tenant: TenantMembership }) {
  const queue = useReviewQueue(tenant.id, true);
  return (
    <Table
      columnDefinitions={[
        {
          id: "when",
          header: text.changes.when,
          isRowHeader: true,
          minWidth: 170,
          cell: ({ first }) => <RouteLink href={toChange(tenant.slug, first.id)}>{moment(first.eventTime)}</RouteLink>,
        },
        {
          id: "verdict",
          header: text.changes.verdict,
          minWidth: 150,
          cell: ({ first }) => <VerdictBadge verdict={first.verdict} />,
        },
        { id: "who", header: text.changes.who, minWidth: 150, cell: ({ first }) => first.who },
        {
          id: "what",
          header: text.changes.what,
          minWidth: 200,
          cell: ({ first, changes }) =>
            `${first.eventSource.replace(".amazonaws.com", "")}: ${first.eventName} (${text.changes.queue.count(changes)})`,
        },
        { id: "how", header: text.changes.how, minWidth: 110, cell: ({ first }) => text.changes.origins[first.origin] },
        {
          id: "reason",
          header: text.changes.reason,
          minWidth: 260,
          cell: ({ first }) => (first.nearest === undefined ? first.reason : `${first.reason} ${first.nearest.reason}`),
        },
        {
          id: "review",
          header: text.changes.review,
          minWidth: 110,
          cell: ({ first }) => text.changes.reviews[first.review],
        },
      ]}
      items={queue.data ?? []}
      trackBy="id"
      loading={queue.isPending}
      loadingText={text.changes.queue.loading}
      ariaLabels={{ tableLabel: text.changes.toReview }}
      wrapLines
      header={
        <Header variant="h1" description={text.changes.queue.noneDetail}>
          {text.changes.toReview}
        </Header>
      }
      empty={
        queue.isError ? (
          <LoadFailed problem={toProblem(queue.error)} onRetry={() => void queue.refetch()} />
        ) : (
          <EmptyState title={text.changes.queue.none}>{text.changes.queue.noneDetail}</EmptyState>
        )
      }
    />
  );
}
