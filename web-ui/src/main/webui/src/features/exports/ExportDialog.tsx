import Box from "@cloudscape-design/components/box";
import FormField from "@cloudscape-design/components/form-field";
import RadioGroup from "@cloudscape-design/components/radio-group";
import Select from "@cloudscape-design/components/select";
import { useState } from "react";
import { useNavigate } from "react-router";
import { useDestinations } from "../../api/destinations";
import { useCreateExport } from "../../api/exports";
import type { ExportFormat } from "../../api/schedulerTypes";
import { may } from "../../api/session";
import type { TenantMembership } from "../../api/types";
import { toExport } from "../../app/links";
import { ConfirmDialog } from "../../components/ConfirmDialog";
import { text } from "../../i18n/en";

const OWN = "";

interface Properties {
  tenant: TenantMembership;
  execution: string;
  onDismiss: () => void;
}

/** Asks for format and destination, and exports the result of an execution. */
export function ExportDialog({ tenant, execution, onDismiss }: Properties) {
  const navigate = useNavigate();
  const create = useCreateExport(tenant.id);
  const destinations = useDestinations(tenant.id, may(tenant, "destination:read")).data ?? [];
  const [format, setFormat] = useState<ExportFormat>("csv");
  const [destination, setDestination] = useState(OWN);
  const places = [
    { value: OWN, label: text.exports.ownBucket },
    ...destinations.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <ConfirmDialog
      title={text.exports.dialog}
      confirm={text.exports.start}
      cancel={text.exports.dismiss}
      isPending={create.isPending}
      failure={create.error}
      onDismiss={onDismiss}
      onConfirm={() => {
        create.mutate(
          { execution, format, ...(destination === OWN ? {} : { destination }) },
          { onSuccess: ({ id }) => void navigate(toExport(tenant.slug, id)) },
        );
      }}
    >
      <Box>{text.exports.dialogLead}</Box>
      <FormField label={text.exports.format}>
        <RadioGroup
          value={format}
          items={Object.entries(text.exports.formats).map(([value, label]) => ({ value, label }))}
          onChange={({ detail }) => {
            setFormat(detail.value as ExportFormat);
          }}
        />
      </FormField>
      <FormField label={text.exports.destination}>
        <Select
          options={places}
          selectedOption={places.find(({ value }) => value === destination) ?? null}
          onChange={({ detail }) => {
            setDestination(detail.selectedOption.value ?? OWN);
          }}
        />
      </FormField>
    </ConfirmDialog>
  );
}
