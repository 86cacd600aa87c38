import Container from "@cloudscape-design/components/container";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import RadioGroup from "@cloudscape-design/components/radio-group";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { text } from "../../i18n/en";
import type { ScheduleDraft } from "./draft";
import { AmountField, TextField, type PartProperties } from "./fields";

/** Which events a run is about. */
export function WindowFields({ draft, onChange, faults, isNew }: PartProperties & { isNew: boolean }) {
  return (
    <Container
      header={
        <Header variant="h2" description={text.schedules.form.windowLead}>
          {text.schedules.form.window}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <FormField label={text.schedules.form.window} errorText={faults.window ?? faults["window.kind"]} stretch>
          <RadioGroup
            value={draft.window}
            items={Object.entries(text.schedules.form.windows).map(([value, words]) => ({ value, ...words }))}
            onChange={({ detail }) => {
              onChange({ window: detail.value as ScheduleDraft["window"] });
            }}
          />
        </FormField>
        {draft.window === "event-time" && (
          <ColumnLayout columns={2}>
            <AmountField
              label={text.schedules.form.settling}
              constraint={text.schedules.form.settlingHint}
              units={["minutes", "hours", "days"]}
              value={draft.settling}
              error={faults["window.settling"]}
              onChange={(settling) => {
                onChange({ settling });
              }}
            />
            <TextField
              label={isNew ? text.schedules.form.from : text.schedules.form.nextFrom}
              constraint={text.schedules.form.momentHint}
              value={draft.from}
              error={faults["window.from"]}
              onChange={(from) => {
                onChange({ from });
              }}
            />
          </ColumnLayout>
        )}
      </SpaceBetween>
    </Container>
  );
}
