import ColumnLayout from "@cloudscape-design/components/column-layout";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import { text } from "../../i18n/en";
import { AmountField, ChoiceField, TextField, type PartProperties } from "./fields";

/** What happens when things do not go as planned. */
export function PolicyFields({ draft, onChange, faults }: PartProperties) {
  const isRefused = Object.keys(faults).some((field) => field.startsWith("policies."));
  return (
    <ExpandableSection
      variant="container"
      headerText={text.schedules.form.policies}
      {...(isRefused ? { expanded: true } : {})}
    >
      <ColumnLayout columns={3}>
        <ChoiceField
          label={text.schedules.form.overlap}
          constraint={text.schedules.form.overlapHint}
          options={text.schedules.form.overlaps}
          value={draft.overlap}
          error={faults["policies.overlap"]}
          onChange={(overlap) => {
            onChange({ overlap });
          }}
        />
        <AmountField
          label={text.schedules.form.catchUp}
          constraint={text.schedules.form.catchUpHint}
          units={["minutes", "hours", "days"]}
          value={draft.catchUp}
          error={faults["policies.catchUpWindow"]}
          onChange={(catchUp) => {
            onChange({ catchUp });
          }}
        />
        <TextField
          label={text.schedules.form.pauseAfter}
          constraint={text.schedules.form.pauseAfterHint}
          value={draft.pauseAfterFailures}
          error={faults["policies.pauseAfterFailures"]}
          onChange={(pauseAfterFailures) => {
            onChange({ pauseAfterFailures });
          }}
        />
      </ColumnLayout>
    </ExpandableSection>
  );
}
