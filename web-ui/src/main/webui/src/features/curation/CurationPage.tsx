import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import { toProblem } from "../../api/client";
import {
  useDecide,
  useOperatorQueries,
  useOperatorQuery,
  useRequestPublication,
  useWaiting,
  useWithdraw,
} from "../../api/curation";
import { useMe } from "../../api/session";
import type { Publication } from "../../api/types";
import { EmptyState } from "../../components/EmptyState";
import { moment } from "../../components/format";
import { LoadFailed } from "../../components/LoadFailed";
import { text } from "../../i18n/en";
import { About } from "../catalogue/About";

/** The operator's queries for customers, and the publications that wait for a second person. */
export function CurationPage() {
  return (
    <Box padding="xl">
      <ContentLayout
        header={
          <Header variant="h1" description={text.curation.lead}>
            {text.curation.title}
          </Header>
        }
      >
        <SpaceBetween size="l">
          <Waiting />
          <OperatorQueries />
        </SpaceBetween>
      </ContentLayout>
    </Box>
  );
}

function Waiting() {
  const waiting = useWaiting();
  const items = waiting.data ?? [];
  return (
    <Container
      header={
        <Header variant="h2" counter={`(${String(items.length)})`}>
          {text.curation.waiting}
        </Header>
      }
    >
      {waiting.isError ? (
        <LoadFailed problem={toProblem(waiting.error)} onRetry={() => void waiting.refetch()} />
      ) : items.length === 0 ? (
        <EmptyState title={text.curation.nothingWaits}>{text.curation.nothingWaitsDetail}</EmptyState>
      ) : (
        <SpaceBetween size="m">
          {items.map((publication) => (
            <Review key={publication.id} publication={publication} />
          ))}
        </SpaceBetween>
      )}
    </Container>
  );
}

function Review({ publication }: { publication: Publication }) {
  const query = useOperatorQuery(publication.query);
  const me = useMe().data?.actor;
  const decide = useDecide();
  const isMine = me?.subject === publication.requestedBy.subject && me.issuer === publication.requestedBy.issuer;
  return (
    <SpaceBetween size="s">
      {decide.isError && <LoadFailed problem={toProblem(decide.error)} />}
      <Header
        variant="h3"
        description={text.curation.asked(
          publication.requestedBy.name,
          moment(publication.requestedAt),
          publication.version,
        )}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button
              loading={decide.isPending}
              onClick={() => {
                decide.mutate({ id: publication.id, decision: "rejection" });
              }}
            >
              {text.curation.reject}
            </Button>
            <Button
              variant="primary"
              loading={decide.isPending}
              disabled={isMine}
              {...(isMine ? { disabledReason: text.curation.secondPerson } : {})}
              onClick={() => {
                decide.mutate({ id: publication.id, decision: "approval" });
              }}
            >
              {text.curation.approve}
            </Button>
          </SpaceBetween>
        }
      >
        {query.data?.title ?? ""}
      </Header>
      {query.data && (
        <ExpandableSection headerText={text.curation.look}>
          <SpaceBetween size="m">
            <About query={query.data} />
            <Box variant="code">
              <pre className="statement">{query.data.statement}</pre>
            </Box>
          </SpaceBetween>
        </ExpandableSection>
      )}
    </SpaceBetween>
  );
}

function OperatorQueries() {
  const queries = useOperatorQueries();
  const publish = useRequestPublication();
  const withdraw = useWithdraw();
  const failure = publish.error ?? withdraw.error ?? queries.error;
  return (
    <SpaceBetween size="m">
      {failure && <LoadFailed problem={toProblem(failure)} />}
      <Table
        header={<Header variant="h2">{text.curation.queries}</Header>}
        ariaLabels={{ tableLabel: text.curation.queries }}
        loading={queries.isPending}
        items={queries.data ?? []}
        trackBy="id"
        empty={<EmptyState title={text.curation.none}>{text.curation.noneDetail}</EmptyState>}
        columnDefinitions={[
          { id: "title", header: text.catalogue.query, isRowHeader: true, cell: ({ title }) => title },
          { id: "category", header: text.catalogue.category, cell: ({ category }) => category },
          { id: "version", header: text.catalogue.version, cell: ({ version }) => version },
          { id: "owner", header: text.catalogue.author, cell: ({ owner }) => owner?.name ?? "" },
          {
            id: "actions",
            header: text.catalogue.actions,
            cell: ({ id, version, title }) => (
              <SpaceBetween direction="horizontal" size="xs">
                <Button
                  variant="inline-link"
                  ariaLabel={`${text.curation.publish}: ${title}`}
                  onClick={() => {
                    publish.mutate({ query: id, version });
                  }}
                >
                  {text.curation.publish}
                </Button>
                <Button
                  variant="inline-link"
                  ariaLabel={`${text.curation.withdraw}: ${title}`}
                  onClick={() => {
                    withdraw.mutate(id);
                  }}
                >
                  {text.curation.withdraw}
                </Button>
              </SpaceBetween>
            ),
          },
        ]}
      />
    </SpaceBetween>
  );
}
