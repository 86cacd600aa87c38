import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useKeptQuery, useQueries, useVersions } from "../../api/catalogue";
import { useSqlLanguage } from "../../api/sqlLanguage";
import type { Parameter, TenantMembership } from "../../api/types";
import { usePaused } from "../../components/usePaused";
import { text } from "../../i18n/en";
import { ParameterValues } from "../catalogue/ParameterValues";
import { faultsOf as faultsOfValues } from "../catalogue/values";
import { StatementEditor } from "../editor/StatementEditor";
import { useLiveFaults } from "../editor/useLiveFaults";
import { filledIn, type FieldFaults, type ScheduleDraft } from "./draft";
import { ChoiceField, TextField, type PartProperties } from "./fields";

const NEWEST = "newest";

/** How long nobody must type before queries are searched, in milliseconds. */
const PAUSE = 200;

interface Properties extends PartProperties {
  tenant: TenantMembership;
  /** Those of the kept query, or of the statement. */
  parameters: readonly Parameter[];
}

/** The name of the schedule, and what it runs. */
export function QueryFields({ tenant, draft, onChange, faults, parameters }: Properties) {
  const asked = filledIn(parameters);
  const refused = faultsOfValues(Object.entries(faults).map(([field, reason]) => ({ field, reason })));
  return (
    <Container header={<Header variant="h2">{text.schedules.form.query}</Header>}>
      <SpaceBetween size="m">
        <TextField
          label={text.schedules.name}
          value={draft.name}
          error={faults.name}
          onChange={(name) => {
            onChange({ name });
          }}
        />
        <SegmentedControl
          label={text.schedules.form.source}
          selectedId={draft.source}
          options={Object.entries(text.schedules.form.sources).map(([id, label]) => ({ id, text: label }))}
          onChange={({ detail }) => {
            onChange({ source: detail.selectedId === "statement" ? "statement" : "query" });
          }}
        />
        {draft.source === "query" ? (
          <KeptQueryFields tenant={tenant.id} draft={draft} onChange={onChange} faults={faults} />
        ) : (
          <StatementField tenant={tenant} draft={draft} onChange={onChange} faults={faults} parameters={parameters} />
        )}
        {asked.length > 0 && (
          <ParameterValues
            parameters={asked}
            inputs={draft.inputs}
            faults={refused}
            onChange={(inputs) => {
              onChange({ inputs });
            }}
            onDeclare={
              draft.source === "statement"
                ? (declared) => {
                    onChange({ declared });
                  }
                : undefined
            }
          />
        )}
      </SpaceBetween>
    </Container>
  );
}

interface KeptQueryProperties {
  tenant: string;
  draft: Pick<ScheduleDraft, "query">;
  onChange: (change: Partial<Pick<ScheduleDraft, "query" | "inputs">>) => void;
  faults: FieldFaults;
}

/** A kept query that is chosen, and its version. */
export function KeptQueryFields({ tenant, draft, onChange, faults }: KeptQueryProperties) {
  const [words, setWords] = useState("");
  const search = { words: usePaused(words, PAUSE), place: undefined, category: undefined, favouritesOnly: false };
  const found = useQueries(tenant, search);
  const chosen = useKeptQuery(tenant, draft.query?.id).data;
  const options = (found.data?.pages ?? [])
    .flatMap((page) => page.items)
    .map(({ id, title, category }) => ({ value: id, label: title, labelTag: category }));
  return (
    <SpaceBetween size="m">
      <FormField label={text.schedules.form.sources.query} errorText={faults.query ?? faults["query.id"]} stretch>
        <Select
          options={options}
          selectedOption={draft.query ? { value: draft.query.id, label: chosen?.title ?? draft.query.id } : null}
          placeholder={text.schedules.form.chooseQuery}
          filteringType="manual"
          filteringAriaLabel={text.schedules.form.findQuery}
          filteringPlaceholder={text.schedules.form.findQuery}
          statusType={found.isFetching ? "loading" : found.isError ? "error" : "finished"}
          loadingText={text.schedules.form.searching}
          errorText={text.schedules.form.searchFailed}
          empty={text.schedules.form.noQuery}
          onLoadItems={({ detail }) => {
            setWords(detail.filteringText);
          }}
          onChange={({ detail }) => {
            const id = detail.selectedOption.value;
            onChange({ query: id === undefined ? undefined : { id, version: undefined }, inputs: {} });
          }}
        />
      </FormField>
      {draft.query && chosen && (
        <VersionField draft={draft} onChange={onChange} faults={faults} newest={chosen.newestVersion} />
      )}
    </SpaceBetween>
  );
}

function VersionField({ draft, onChange, faults, newest }: Omit<KeptQueryProperties, "tenant"> & { newest: number }) {
  const { query } = draft;
  const pinned = query?.version ?? newest;
  return (
    <ChoiceField
      label={text.schedules.form.queryVersion}
      error={faults["query.version"]}
      options={{
        [NEWEST]: text.schedules.form.newestVersion,
        [String(newest)]: text.schedules.form.thisVersion(newest),
        [String(pinned)]: text.schedules.form.thisVersion(pinned),
      }}
      value={query?.version === undefined ? NEWEST : String(query.version)}
      onChange={(version) => {
        if (query) {
          onChange({ query: { id: query.id, version: version === NEWEST ? undefined : Number(version) } });
        }
      }}
    />
  );
}

function StatementField({ tenant, draft, onChange, faults, parameters }: Properties) {
  const sqlLanguage = useSqlLanguage(tenant.id).data;
  // Positions of windows are known to runs only.
  const checked = draft.window === "arrival" ? "" : draft.statement;
  const marks = useLiveFaults(tenant, checked, [...parameters]);
  return (
    <FormField
      label={text.schedules.statement}
      constraintText={text.schedules.form.windowHint}
      errorText={faults.statement ?? faults.parameters}
      stretch
    >
      <StatementEditor
        statement={draft.statement}
        mark={undefined}
        faults={marks}
        sqlLanguage={sqlLanguage}
        takesFocus={false}
        onRun={() => undefined}
        onChange={(statement) => {
          onChange({ statement });
        }}
      />
    </FormField>
  );
}

/** The parameters of a kept query in the version that is to be run; none while they are not known. */
export function useParametersOf(
  tenant: string,
  query: { id: string; version: number | undefined } | undefined,
): readonly Parameter[] {
  const newest = useKeptQuery(tenant, query?.id).data;
  const isOlder = query?.version !== undefined && newest !== undefined && query.version !== newest.version;
  const versions = useVersions(tenant, isOlder ? query.id : undefined).data;
  const wanted = isOlder ? versions?.find(({ version }) => version === query.version) : newest;
  return wanted?.parameters ?? [];
}
