import ColumnLayout from "@cloudscape-design/components/column-layout";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import { useState } from "react";
import { toProblem } from "../../api/client";
import { useCreateDestination } from "../../api/destinations";
import { ConfirmDialog } from "../../components/ConfirmDialog";
import { text } from "../../i18n/en";
import { destinationOf, EMPTY, isComplete, type DestinationInputs } from "./destinationForm";

/** Asks for a bucket and how it is written to. */
export function CreateDialog({ tenant, onEnd }: { tenant: string; onEnd: () => void }) {
  const create = useCreateDestination(tenant);
  const [inputs, setInputs] = useState(EMPTY);
  const violations = create.error ? (toProblem(create.error).violations ?? []) : [];
  const field = (name: Exclude<keyof DestinationInputs, "access">, label: string, hint?: string) => (
    <FormField
      label={label}
      constraintText={hint}
      errorText={violations.find((violation) => violation.field === name)?.reason}
    >
      <Input
        value={inputs[name]}
        type={name === "secretAccessKey" ? "password" : "text"}
        autoComplete={false}
        onChange={({ detail }) => {
          setInputs({ ...inputs, [name]: detail.value });
        }}
      />
    </FormField>
  );
  return (
    <ConfirmDialog
      title={text.destinations.create}
      confirm={text.destinations.create}
      cancel={text.destinations.cancel}
      isPending={create.isPending}
      isDisabled={!isComplete(inputs)}
      failure={violations.length > 0 ? null : create.error}
      onDismiss={onEnd}
      onConfirm={() => {
        create.mutate(destinationOf(inputs), { onSuccess: onEnd });
      }}
    >
      {field("name", text.destinations.name)}
      <ColumnLayout columns={2}>
        {field("bucket", text.destinations.bucket)}
        {field("prefix", text.destinations.prefix, text.destinations.prefixHint)}
      </ColumnLayout>
      {field("endpoint", text.destinations.endpoint, text.destinations.endpointHint)}
      {field("region", text.destinations.region, text.destinations.regionHint)}
      <SegmentedControl
        label={text.destinations.access}
        selectedId={inputs.access}
        options={Object.entries(text.destinations.accessKinds).map(([id, label]) => ({ id, text: label }))}
        onChange={({ detail }) => {
          setInputs({ ...inputs, access: detail.selectedId === "role" ? "role" : "key" });
        }}
      />
      {inputs.access === "key" ? (
        <ColumnLayout columns={2}>
          {field("accessKeyId", text.destinations.accessKeyId)}
          {field("secretAccessKey", text.destinations.secret, text.destinations.secretHint)}
        </ColumnLayout>
      ) : (
        field("roleArn", text.destinations.roleArn, text.destinations.roleHint)
      )}
    </ConfirmDialog>
  );
}
