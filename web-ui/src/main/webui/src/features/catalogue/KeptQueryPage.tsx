import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import SplitPanel from "@cloudscape-design/components/split-panel";
import Tabs from "@cloudscape-design/components/tabs";
import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import { useCopy, useDelete, useFavourite, useKeptQuery, useShare } from "../../api/catalogue";
import { toProblem } from "../../api/client";
import { may } from "../../api/session";
import type { KeptQuery, TenantMembership } from "../../api/types";
import { toEditorOf, toNewSchedule, toQueries, toQuery } from "../../app/links";
import { OfTenant, TenantPage } from "../../app/TenantPage";
import { LoadFailed } from "../../components/LoadFailed";
import { useFollow } from "../../components/useFollow";
import { text } from "../../i18n/en";
import { ResultPanel } from "../editor/ResultPanel";
import { RowDetails } from "../editor/RowDetails";
import type { ResultRow } from "../editor/rows";
import { RunStatus } from "../editor/RunStatus";
import { useStatementRun, type StatementRun } from "../editor/useStatementRun";
import type { Prefill } from "../schedules/prefill";
import { About } from "./About";
import { ParameterForm } from "./ParameterForm";
import { faultsOf, valuesOf, type Inputs } from "./values";
import { Versions } from "./Versions";

/** One kept query: what it answers, a form for its parameters, and its result. */
export function KeptQueryPage() {
  const { query = "" } = useParams();
  return <OfTenant>{(tenant) => <Loaded key={`${tenant.id} ${query}`} tenant={tenant} id={query} />}</OfTenant>;
}

function Loaded({ tenant, id }: { tenant: TenantMembership; id: string }) {
  const query = useKeptQuery(tenant.id, id);
  const run = useStatementRun(tenant.id);
  const [opened, setOpened] = useState<ResultRow>();
  return (
    <TenantPage
      tenant={tenant}
      title={query.data?.title ?? text.catalogue.query}
      above={[{ text: text.catalogue.title, href: toQueries(tenant.slug) }]}
      active={toQueries(tenant.slug)}
      splitPanelOpen={opened !== undefined}
      onSplitPanelToggle={({ detail }) => {
        if (!detail.open) {
          setOpened(undefined);
        }
      }}
      splitPanel={
        opened && (
          <SplitPanel header={text.result.details(opened.number)} hidePreferencesButton closeBehavior="hide">
            <RowDetails row={opened} columns={run.columns} />
          </SplitPanel>
        )
      }
      content={
        query.isPending ? (
          <Box textAlign="center" padding="xxl">
            <Spinner size="large" />
          </Box>
        ) : query.isError ? (
          <LoadFailed problem={toProblem(query.error)} onRetry={() => void query.refetch()} />
        ) : (
          <Query tenant={tenant} query={query.data} run={run} opened={opened} onOpen={setOpened} />
        )
      }
    />
  );
}

interface QueryProperties {
  tenant: TenantMembership;
  query: KeptQuery;
  run: StatementRun;
  opened: ResultRow | undefined;
  onOpen: (row: ResultRow | undefined) => void;
}

function Query({ tenant, query, run, opened, onOpen }: QueryProperties) {
  const [inputs, setInputs] = useState<Inputs>({});
  const faults = faultsOf(run.problem?.violations);
  const start = () => {
    onOpen(undefined);
    run.start({ query: { id: query.id }, values: valuesOf(query.parameters, inputs) });
  };
  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          description={whose(query)}
          actions={<Actions tenant={tenant} query={query} inputs={inputs} />}
        >
          {query.title}
        </Header>
      }
    >
      <SpaceBetween size="l">
        {query.origin?.hasMovedOn && (
          <Alert type="info">{text.catalogue.movedOn(query.origin.title ?? "", query.origin.version)}</Alert>
        )}
        <Container footer={<RunStatus run={run} />}>
          <SpaceBetween size="m">
            {query.parameters.length > 0 && (
              <ParameterForm parameters={query.parameters} inputs={inputs} onChange={setInputs} faults={faults} />
            )}
            <SpaceBetween direction="horizontal" size="xs">
              <Button variant="primary" iconName="caret-right-filled" loading={run.isActive} onClick={start}>
                {text.editor.run}
              </Button>
              {run.isActive && (
                <Button onClick={run.cancel} loading={run.isCancelling} disabled={run.id === undefined}>
                  {text.editor.cancel}
                </Button>
              )}
            </SpaceBetween>
            {run.problem && Object.keys(faults).length === 0 && <LoadFailed problem={run.problem} onRetry={start} />}
          </SpaceBetween>
        </Container>
        {run.phase !== "IDLE" && <ResultPanel tenant={tenant} run={run} opened={opened} onOpen={onOpen} />}
        <Container>
          <Tabs
            tabs={[
              { id: "about", label: text.catalogue.about, content: <About query={query} /> },
              {
                id: "statement",
                label: text.editor.statement,
                content: (
                  <Box variant="code">
                    <pre className="statement">{query.statement}</pre>
                  </Box>
                ),
              },
              {
                id: "versions",
                label: text.catalogue.versions,
                content: <Versions tenant={tenant.id} query={query} />,
              },
            ]}
          />
        </Container>
      </SpaceBetween>
    </ContentLayout>
  );
}

function whose(query: KeptQuery): string {
  return query.place === "tenant" && !query.shared
    ? text.catalogue.privateOf(query.owner?.name ?? "")
    : text.catalogue.places[query.place];
}

interface ActionsProperties {
  tenant: TenantMembership;
  query: KeptQuery;
  inputs: Inputs;
}

function Actions({ tenant, query, inputs }: ActionsProperties) {
  const navigate = useNavigate();
  const follow = useFollow();
  const copy = useCopy(tenant.id);
  const share = useShare(tenant.id);
  const favourite = useFavourite(tenant.id);
  const deletion = useDelete(tenant.id);
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <Button
        iconName={query.favourite ? "star-filled" : "star"}
        ariaLabel={query.favourite ? text.catalogue.unmark : text.catalogue.mark}
        onClick={() => {
          favourite.mutate({ id: query.id, favourite: !query.favourite });
        }}
      />
      {may(tenant, "query:run") && (
        <Button href={toEditorOf(tenant.slug, query.id)} onFollow={follow}>
          {text.catalogue.openInEditor}
        </Button>
      )}
      {may(tenant, "schedule:write") && (
        <Button
          onClick={() => {
            const handedOver: Prefill = { inputs };
            void navigate(toNewSchedule(tenant.slug, query.id), { state: handedOver });
          }}
        >
          {text.schedules.scheduleThis}
        </Button>
      )}
      {may(tenant, "catalogue:write") && (
        <Button
          loading={copy.isPending}
          onClick={() => {
            copy.mutate(query.id, { onSuccess: (mine) => void navigate(toQuery(tenant.slug, mine.id)) });
          }}
        >
          {text.catalogue.saveAsMine}
        </Button>
      )}
      {query.place === "tenant" && may(tenant, "catalogue:share") && (
        <Button
          loading={share.isPending}
          onClick={() => {
            share.mutate({ id: query.id, shared: !query.shared });
          }}
        >
          {query.shared ? text.catalogue.unshare : text.catalogue.share}
        </Button>
      )}
      {query.canEdit && (
        <Button
          loading={deletion.isPending}
          onClick={() => {
            deletion.mutate(query, { onSuccess: () => void navigate(toQueries(tenant.slug)) });
          }}
        >
          {text.catalogue.delete}
        </Button>
      )}
    </SpaceBetween>
  );
}
