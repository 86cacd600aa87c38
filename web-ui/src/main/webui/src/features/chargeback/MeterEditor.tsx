import Button from "@cloudscape-design/components/button";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import Form from "@cloudscape-design/components/form";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useNavigate } from "react-router";
import { useSaveMeter, type Meter } from "../../api/chargeback";
import { toProblem } from "../../api/client";
import { useSqlLanguage } from "../../api/sqlLanguage";
import type { Parameter, TenantMembership } from "../../api/types";
import { toEditor, toEditorOf, toMeters } from "../../app/links";
import { LoadFailed } from "../../components/LoadFailed";
import { useFollow } from "../../components/useFollow";
import { text } from "../../i18n/en";
import { ParameterValues } from "../catalogue/ParameterValues";
import { parametersIn } from "../catalogue/placeholders";
import { faultsOf as faultsOfValues } from "../catalogue/values";
import { StatementEditor } from "../editor/StatementEditor";
import { useLiveFaults } from "../editor/useLiveFaults";
import { filledIn, refusalsOf, type FieldFaults } from "../schedules/draft";
import { KeptQueryFields, useParametersOf } from "../schedules/QueryFields";
import { fieldsOf, isComplete, isId, OPTIONAL, requestOf, type MeterInputs } from "./meterForm";
import { RowField } from "./RowSection";

interface Properties {
  tenant: TenantMembership;
  initial: MeterInputs;
  /** The meter that is changed; undefined for a new one. */
  base: Pick<Meter, "id" | "version"> | undefined;
}

/** The form of a meter of a tenant's own. */
export function MeterEditor({ tenant, initial, base }: Properties) {
  const words = text.chargeback.meterForm;
  const navigate = useNavigate();
  const follow = useFollow();
  const [inputs, setInputs] = useState(initial);
  // What is saved is based on what was shown at first, even if the meter has been read again since.
  const [based] = useState(base);
  const save = useSaveMeter(tenant.id, based);
  const ofQuery = useParametersOf(tenant.id, inputs.source === "query" ? inputs.query : undefined);
  const parameters = inputs.source === "query" ? ofQuery : parametersIn(inputs.statement, inputs.declared);
  const problem = save.error ? toProblem(save.error) : undefined;
  const faults = fieldsOf(refusalsOf(problem?.violations));
  const change = (changed: Partial<MeterInputs>) => {
    setInputs((before) => ({ ...before, ...changed }));
  };
  const field = (name: TextInput, label: string, hint?: string, fault = faults[name]) => (
    <RowField
      label={label}
      hint={hint}
      fault={fault}
      value={inputs[name]}
      isReadOnly={name === "id" && base !== undefined}
      onChange={(value) => {
        change({ [name]: value });
      }}
    />
  );
  const column = (name: TextInput, label: string, hint: string) => field(name, label, hint, faults[`columns.${name}`]);
  return (
    <Form
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button variant="link" href={toMeters(tenant.slug)} onFollow={follow}>
            {text.chargeback.cancel}
          </Button>
          <Button
            variant="primary"
            disabled={!isComplete(inputs)}
            loading={save.isPending}
            onClick={() => {
              save.mutate(requestOf(inputs, parameters), { onSuccess: () => void navigate(toMeters(tenant.slug)) });
            }}
          >
            {words.save}
          </Button>
        </SpaceBetween>
      }
    >
      <SpaceBetween size="l">
        {problem && <LoadFailed problem={problem} />}
        <Container>
          <ColumnLayout columns={3}>
            {field("name", text.chargeback.name)}
            {field("id", words.id, words.idHint, inputs.id.trim() === "" || isId(inputs.id) ? faults.id : words.badId)}
            {field("unit", text.chargeback.unit, words.unitHint)}
          </ColumnLayout>
        </Container>
        <Container header={<Header variant="h2">{words.what}</Header>}>
          <Source tenant={tenant} inputs={inputs} parameters={parameters} faults={faults} onChange={change} />
        </Container>
        <Container
          header={
            <Header variant="h2" description={words.columnsLead}>
              {words.columns}
            </Header>
          }
        >
          <SpaceBetween size="m">
            <ColumnLayout columns={3}>
              {column("quantity", words.quantity, words.quantityHint)}
              {column("time", words.time, words.timeHint)}
              {column("payers", words.payers, words.payersHint)}
            </ColumnLayout>
            <ColumnLayout columns={3}>
              {OPTIONAL.map((name) => (
                <div key={name}>{column(name, text.chargeback.rules.patterns[name], words.optionalHint)}</div>
              ))}
            </ColumnLayout>
          </SpaceBetween>
        </Container>
      </SpaceBetween>
    </Form>
  );
}

type TextInput = Exclude<keyof MeterInputs, "source" | "query" | "declared" | "inputs">;

interface SourceProperties {
  tenant: TenantMembership;
  inputs: MeterInputs;
  parameters: readonly Parameter[];
  faults: FieldFaults;
  onChange: (changed: Partial<MeterInputs>) => void;
}

function Source({ tenant, inputs, parameters, faults, onChange }: SourceProperties) {
  const words = text.chargeback.meterForm;
  const asked = filledIn(parameters);
  const refused = faultsOfValues(Object.entries(faults).map(([field, reason]) => ({ field, reason })));
  const tried = inputs.source === "query" ? inputs.query && toEditorOf(tenant.slug, inputs.query.id) : undefined;
  return (
    <SpaceBetween size="m">
      <SpaceBetween direction="horizontal" size="s">
        <SegmentedControl
          label={words.source}
          selectedId={inputs.source}
          options={Object.entries(words.sources).map(([id, label]) => ({ id, text: label }))}
          onChange={({ detail }) => {
            onChange({ source: detail.selectedId === "query" ? "query" : "statement" });
          }}
        />
        <Button iconName="external" href={tried ?? toEditor(tenant.slug, inputs.statement)} target="_blank">
          {words.try}
        </Button>
      </SpaceBetween>
      {inputs.source === "query" ? (
        <KeptQueryFields tenant={tenant.id} draft={inputs} faults={faults} onChange={onChange} />
      ) : (
        <StatementField
          tenant={tenant}
          statement={inputs.statement}
          parameters={parameters}
          fault={faults.statement ?? faults.parameters}
          onChange={(statement) => {
            onChange({ statement });
          }}
        />
      )}
      {asked.length > 0 && (
        <ParameterValues
          parameters={asked}
          inputs={inputs.inputs}
          faults={refused}
          onChange={(given) => {
            onChange({ inputs: given });
          }}
          onDeclare={
            inputs.source === "statement"
              ? (declared) => {
                  onChange({ declared });
                }
              : undefined
          }
        />
      )}
    </SpaceBetween>
  );
}

interface StatementProperties {
  tenant: TenantMembership;
  statement: string;
  parameters: readonly Parameter[];
  fault: string | undefined;
  onChange: (statement: string) => void;
}

/** The statement, whose faults are marked while it is written. */
function StatementField({ tenant, statement, parameters, fault, onChange }: StatementProperties) {
  const words = text.chargeback.meterForm;
  const sqlLanguage = useSqlLanguage(tenant.id).data;
  const marks = useLiveFaults(tenant, statement, [...parameters]);
  return (
    <FormField stretch label={words.statement} constraintText={words.statementHint} errorText={fault}>
      <StatementEditor
        statement={statement}
        mark={undefined}
        faults={marks}
        sqlLanguage={sqlLanguage}
        takesFocus={false}
        onRun={() => undefined}
        onChange={onChange}
      />
    </FormField>
  );
}
