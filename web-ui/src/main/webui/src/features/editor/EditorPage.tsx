import Alert from "@cloudscape-design/components/alert";
import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import SplitPanel from "@cloudscape-design/components/split-panel";
import { useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { useKeptQuery } from "../../api/catalogue";
import { toProblem } from "../../api/client";
import { useRun } from "../../api/queries";
import { may } from "../../api/session";
import { useSqlLanguage } from "../../api/sqlLanguage";
import type { KeptQuery, Parameter, QueryRun, TenantMembership } from "../../api/types";
import { toEditor, toNewSchedule } from "../../app/links";
import { OfTenant, TenantPage } from "../../app/TenantPage";
import { LoadFailed } from "../../components/LoadFailed";
import { text } from "../../i18n/en";
import { ParameterForm } from "../catalogue/ParameterForm";
import { ParameterTable } from "../catalogue/ParameterTable";
import { parametersIn } from "../catalogue/placeholders";
import { SaveDialog } from "../catalogue/SaveDialog";
import { faultsOf, inputOf, valuesOf, type Inputs } from "../catalogue/values";
import type { Prefill } from "../schedules/prefill";
import { ResultPanel } from "./ResultPanel";
import { RowDetails } from "./RowDetails";
import type { ResultRow } from "./rows";
import { FIRST_STATEMENT } from "./statements";
import { StatementPanel } from "./StatementPanel";
import { useStatementRun } from "./useStatementRun";

/** The editor of the tenant in the address, with the kept query, the execution or the statement that it names. */
export function EditorPage() {
  const [search] = useSearchParams();
  const query = search.get("query");
  const execution = search.get("execution");
  return (
    <OfTenant>
      {(tenant) => {
        if (query !== null) {
          return <EditorOfQuery key={`${tenant.id} ${query}`} tenant={tenant} id={query} />;
        }
        return execution === null ? (
          <TenantEditor key={tenant.id} tenant={tenant} query={undefined} execution={undefined} />
        ) : (
          <EditorOfExecution key={`${tenant.id} ${execution}`} tenant={tenant} id={execution} />
        );
      }}
    </OfTenant>
  );
}

function EditorOfQuery({ tenant, id }: { tenant: TenantMembership; id: string }) {
  const query = useKeptQuery(tenant.id, id);
  if (query.isError) {
    return <LoadFailed problem={toProblem(query.error)} onRetry={() => void query.refetch()} />;
  }
  return query.data ? <TenantEditor tenant={tenant} query={query.data} execution={undefined} /> : null;
}

function EditorOfExecution({ tenant, id }: { tenant: TenantMembership; id: string }) {
  const execution = useRun(tenant.id, id);
  if (execution.isError) {
    return <LoadFailed problem={toProblem(execution.error)} onRetry={() => void execution.refetch()} />;
  }
  return execution.data ? <TenantEditor tenant={tenant} query={undefined} execution={execution.data} /> : null;
}

interface EditorProperties {
  tenant: TenantMembership;
  query: KeptQuery | undefined;
  /** The execution whose statement and result are shown at first. */
  execution: QueryRun | undefined;
}

function TenantEditor({ tenant, query, execution }: EditorProperties) {
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const initial = search.get("statement") ?? query?.statement ?? execution?.statement ?? FIRST_STATEMENT;
  const [statement, setStatement] = useState(initial);
  const [declared, setDeclared] = useState<Parameter[]>(query?.parameters ?? execution?.parameters ?? []);
  const [inputs, setInputs] = useState<Inputs>(() => inputsOf(execution));
  const [opened, setOpened] = useState<ResultRow>();
  const [isSaving, setSaving] = useState(false);
  const [saved, setSaved] = useState<KeptQuery>();
  const [isSaid, setSaid] = useState(false);
  const run = useStatementRun(tenant.id, execution?.id);
  const sqlLanguage = useSqlLanguage(tenant.id).data;
  const parameters = parametersIn(statement, declared);
  const mayRun = may(tenant, "query:run");
  const start = (wanted: string) => {
    if (wanted.trim() === "" || run.isActive || !mayRun) {
      return;
    }
    setOpened(undefined);
    if (query === undefined && execution === undefined) {
      setSearch({ statement: wanted }, { replace: true });
    }
    const used = parametersIn(wanted, declared);
    run.start({ statement: wanted, ...(used.length > 0 ? { parameters: used, values: valuesOf(used, inputs) } : {}) });
  };
  const schedule = () => {
    const kept = saved ?? query;
    const isAsKept = kept?.statement === statement;
    const handedOver: Prefill = isAsKept ? { inputs } : { statement, parameters, inputs };
    void navigate(toNewSchedule(tenant.slug, isAsKept ? kept.id : undefined), { state: handedOver });
  };
  return (
    <TenantPage
      tenant={tenant}
      title={text.editor.title}
      active={toEditor(tenant.slug)}
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
        <ContentLayout
          header={
            <Header variant="h1" description={`${text.editor.lead} ${tenant.name}`}>
              {query?.title ?? text.editor.title}
            </Header>
          }
        >
          <SpaceBetween size="l">
            {!mayRun && <Alert type="info">{text.editor.mayNotRun}</Alert>}
            {saved && isSaid && <Alert type="success">{text.catalogue.saved(saved.title, saved.version)}</Alert>}
            <StatementPanel
              tenant={tenant}
              statement={statement}
              parameters={parameters}
              onChange={setStatement}
              onRun={start}
              onSave={
                may(tenant, "catalogue:write")
                  ? () => {
                      setSaid(false);
                      setSaving(true);
                    }
                  : undefined
              }
              onSchedule={may(tenant, "schedule:write") ? schedule : undefined}
              run={run}
              sqlLanguage={sqlLanguage}
            />
            {parameters.length > 0 && (
              <Container>
                <SpaceBetween size="s">
                  <ParameterForm
                    parameters={parameters}
                    inputs={inputs}
                    onChange={setInputs}
                    faults={faultsOf(run.problem?.violations)}
                  />
                  <ExpandableSection headerText={text.catalogue.declarations}>
                    <ParameterTable parameters={parameters} onChange={setDeclared} />
                  </ExpandableSection>
                </SpaceBetween>
              </Container>
            )}
            <ResultPanel tenant={tenant} run={run} opened={opened} onOpen={setOpened} />
            {isSaving && (
              <SaveDialog
                tenant={tenant.id}
                statement={statement}
                parameters={parameters}
                query={saved ?? query}
                onSaved={(kept) => {
                  setSaved(kept);
                  setSaid(true);
                  setSaving(false);
                }}
                onDismiss={() => {
                  setSaving(false);
                }}
              />
            )}
          </SpaceBetween>
        </ContentLayout>
      }
    />
  );
}

/** What stood in the fields when an execution was submitted. */
function inputsOf(execution: QueryRun | undefined): Inputs {
  return Object.fromEntries(Object.entries(execution?.values ?? {}).map(([name, value]) => [name, inputOf(value)]));
}
