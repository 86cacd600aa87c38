import Checkbox from "@cloudscape-design/components/checkbox";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { useState } from "react";
import { useSaveAdapter } from "../../api/adapters";
import { ADAPTER_KINDS, type Adapter } from "../../api/approvalTypes";
import { toProblem } from "../../api/client";
import { ConfirmDialog } from "../../components/ConfirmDialog";
import { text } from "../../i18n/en";
import { AmountField } from "../schedules/fields";
import {
  EMPTY,
  faultsOf,
  inputOf,
  inputsOf,
  requestOf,
  SCOPE_LISTS,
  tellsFields,
  type AdapterInputs,
} from "./adapterForm";

const KINDS = ADAPTER_KINDS.map((value) => ({ value, label: text.adapters.kinds[value] }));

interface Properties {
  tenant: string;
  /** The adapter that is changed; undefined for a new one. */
  adapter: Adapter | undefined;
  onSaved: (adapter: Adapter) => void;
  onDismiss: () => void;
}

type Faults = Partial<Record<string, string>>;

/** Asks which system sends approvals, and how it is read. */
export function AdapterDialog({ tenant, adapter, onSaved, onDismiss }: Properties) {
  const save = useSaveAdapter(tenant, adapter);
  const [inputs, setInputs] = useState(() => (adapter === undefined ? EMPTY : inputsOf(adapter)));
  const request = requestOf(inputs);
  const violations = save.error ? (toProblem(save.error).violations ?? []) : [];
  const faults: Faults = {
    ...Object.fromEntries(violations.map(({ field, reason }) => [inputOf(field), reason])),
    ...faultsOf(inputs),
  };
  const change = (changed: Partial<AdapterInputs>) => {
    setInputs((before) => ({ ...before, ...changed }));
  };
  const part = { inputs, faults, onChange: change };
  return (
    <ConfirmDialog
      title={adapter === undefined ? text.adapters.create : text.adapters.changeOf(adapter.name)}
      confirm={adapter === undefined ? text.adapters.create : text.adapters.save}
      cancel={text.adapters.cancel}
      isPending={save.isPending}
      isDisabled={request === undefined}
      failure={save.error}
      onDismiss={onDismiss}
      onConfirm={() => {
        if (request !== undefined) {
          save.mutate(request, { onSuccess: onSaved });
        }
      }}
    >
      <Text {...part} name="name" label={text.adapters.name} />
      <FormField label={text.adapters.kind}>
        <Select
          selectedOption={KINDS.find(({ value }) => value === inputs.kind) ?? null}
          options={KINDS}
          disabled={adapter !== undefined}
          onChange={({ detail }) => {
            const kind = ADAPTER_KINDS.find((known) => known === detail.selectedOption.value);
            change({ kind: kind ?? inputs.kind });
          }}
        />
      </FormField>
      {inputs.kind === "jira" && (
        <ColumnLayout columns={2}>
          <Text {...part} name="startField" label={text.adapters.startField} hint={text.adapters.fieldHint} />
          <Text {...part} name="endField" label={text.adapters.endField} hint={text.adapters.fieldHint} />
        </ColumnLayout>
      )}
      {inputs.kind === "github" && (
        <ColumnLayout columns={2}>
          <Text {...part} name="deployRole" label={text.adapters.deployRole} hint={text.adapters.deployRoleHint} />
          <AmountField
            label={text.adapters.window}
            constraint={text.adapters.windowHint}
            error={faults.window}
            units={["minutes", "hours", "days"]}
            value={inputs.window}
            onChange={(window) => {
              change({ window });
            }}
          />
        </ColumnLayout>
      )}
      <Reading {...part} />
    </ConfirmDialog>
  );
}

interface PartProperties {
  inputs: AdapterInputs;
  faults: Faults;
  onChange: (changed: Partial<AdapterInputs>) => void;
}

/** What the sender does not tell; closed until somebody wants it. */
function Reading(part: PartProperties) {
  const { inputs, onChange } = part;
  const { form } = text.approvals;
  return (
    <ExpandableSection headerText={text.adapters.more} headerDescription={text.adapters.moreLead}>
      <SpaceBetween size="m">
        <Text {...part} name="system" label={text.adapters.system} hint={text.adapters.systemHint} />
        {tellsFields(inputs) && (
          <Lines {...part} name="fields" label={text.adapters.fields} hint={text.adapters.fieldsHint} />
        )}
        {inputs.kind === "jira" && (
          <Text
            {...part}
            name="approvalsField"
            label={text.adapters.approvalsField}
            hint={text.adapters.approvalsFieldHint}
          />
        )}
        <Lines {...part} name="states" label={text.adapters.states} hint={text.adapters.statesHint} />
        <FormField stretch label={text.adapters.scope} description={form.listHint}>
          <SpaceBetween size="s">
            <ColumnLayout columns={2}>
              {SCOPE_LISTS.map((list) => (
                <Lines key={list} {...part} name={list} label={form[list]} />
              ))}
            </ColumnLayout>
            <Lines {...part} name="principals" label={form.principals} hint={form.principalHint} />
          </SpaceBetween>
        </FormField>
        <Checkbox
          checked={inputs.isEverythingMeant}
          onChange={({ detail }) => {
            onChange({ isEverythingMeant: detail.checked });
          }}
        >
          {text.adapters.everything}
        </Checkbox>
      </SpaceBetween>
    </ExpandableSection>
  );
}

interface FieldProperties extends PartProperties {
  name: Exclude<keyof AdapterInputs, "kind" | "window" | "isEverythingMeant">;
  label: string;
  hint?: string;
}

function Text({ inputs, faults, onChange, name, label, hint }: FieldProperties) {
  return (
    <FormField label={label} constraintText={hint} errorText={faults[name]}>
      <Input
        value={inputs[name]}
        onChange={({ detail }) => {
          onChange({ [name]: detail.value });
        }}
      />
    </FormField>
  );
}

function Lines({ inputs, faults, onChange, name, label, hint }: FieldProperties) {
  return (
    <FormField stretch label={label} constraintText={hint} errorText={faults[name]}>
      <Textarea
        value={inputs[name]}
        rows={2}
        spellcheck={false}
        onChange={({ detail }) => {
          onChange({ [name]: detail.value });
        }}
      />
    </FormField>
  );
}
