import ColumnLayout from "@cloudscape-design/components/column-layout";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import { useState } from "react";
import { ADAPTER_KINDS, type Adapter } from "../../api/approvalTypes";
import { useCreateAdapter } from "../../api/adapters";
import { ConfirmDialog } from "../../components/ConfirmDialog";
import { text } from "../../i18n/en";
import { areHours, EMPTY, requestOf, type AdapterInputs } from "./adapterForm";

const KINDS = ADAPTER_KINDS.map((value) => ({ value, label: text.adapters.kinds[value] }));

interface Properties {
  tenant: string;
  onMade: (adapter: Adapter) => void;
  onDismiss: () => void;
}

/** Asks which system sends approvals. */
export function CreateAdapterDialog({ tenant, onMade, onDismiss }: Properties) {
  const create = useCreateAdapter(tenant);
  const [inputs, setInputs] = useState(EMPTY);
  const request = requestOf(inputs);
  const field = (name: Exclude<keyof AdapterInputs, "kind">, label: string, hint?: string, fault?: string) => (
    <FormField label={label} constraintText={hint} errorText={fault}>
      <Input
        value={inputs[name]}
        onChange={({ detail }) => {
          setInputs({ ...inputs, [name]: detail.value });
        }}
      />
    </FormField>
  );
  return (
    <ConfirmDialog
      title={text.adapters.create}
      confirm={text.adapters.create}
      cancel={text.adapters.cancel}
      isPending={create.isPending}
      isDisabled={request === undefined}
      failure={create.error}
      onDismiss={onDismiss}
      onConfirm={() => {
        if (request !== undefined) {
          create.mutate(request, { onSuccess: onMade });
        }
      }}
    >
      {field("name", text.adapters.name)}
      <FormField label={text.adapters.kind}>
        <Select
          selectedOption={KINDS.find(({ value }) => value === inputs.kind) ?? null}
          options={KINDS}
          onChange={({ detail }) => {
            const kind = ADAPTER_KINDS.find((known) => known === detail.selectedOption.value);
            setInputs({ ...inputs, kind: kind ?? inputs.kind });
          }}
        />
      </FormField>
      {inputs.kind === "jira" && (
        <ColumnLayout columns={2}>
          {field("startField", text.adapters.startField, text.adapters.fieldHint)}
          {field("endField", text.adapters.endField, text.adapters.fieldHint)}
        </ColumnLayout>
      )}
      {inputs.kind === "github" && (
        <ColumnLayout columns={2}>
          {field("deployRole", text.adapters.deployRole, text.adapters.deployRoleHint)}
          {field(
            "hours",
            text.adapters.windowHours,
            text.adapters.windowHint,
            areHours(inputs.hours) ? undefined : text.adapters.badHours,
          )}
        </ColumnLayout>
      )}
    </ConfirmDialog>
  );
}
