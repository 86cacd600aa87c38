import Box from "@cloudscape-design/components/box";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import { useState } from "react";
import { toProblem } from "../../api/client";
import { useBackfill } from "../../api/schedules";
import { ConfirmDialog } from "../../components/ConfirmDialog";
import { text } from "../../i18n/en";
import { refusalsOf } from "./draft";
import { TextField } from "./fields";
import { instantOf } from "./moments";

interface Properties {
  tenant: string;
  schedule: string;
  onDone: (runs: number) => void;
  onDismiss: () => void;
}

/** Asks for the range of time whose runs are made up for. */
export function BackfillDialog({ tenant, schedule, onDone, onDismiss }: Properties) {
  const backfill = useBackfill(tenant, schedule);
  const [range, setRange] = useState({ from: "", to: "" });
  const from = instantOf(range.from);
  const to = instantOf(range.to);
  const problem = backfill.error ? toProblem(backfill.error) : undefined;
  const refused = refusalsOf(problem?.violations);
  const isToldAtFields = refused.from !== undefined || refused.to !== undefined;
  return (
    <ConfirmDialog
      title={text.schedules.backfill.title}
      confirm={text.schedules.backfill.start}
      cancel={text.schedules.cancel}
      isPending={backfill.isPending}
      isDisabled={from === undefined || to === undefined}
      failure={isToldAtFields ? null : backfill.error}
      onDismiss={onDismiss}
      onConfirm={() => {
        if (from !== undefined && to !== undefined) {
          backfill.mutate(
            { from, to },
            {
              onSuccess: ({ runs }) => {
                onDone(runs.length);
              },
            },
          );
        }
      }}
    >
      <Box>{text.schedules.backfill.lead}</Box>
      <ColumnLayout columns={2}>
        <TextField
          label={text.schedules.backfill.from}
          constraint={text.schedules.backfill.hint}
          value={range.from}
          error={refused.from ?? faultOf(range.from)}
          onChange={(value) => {
            setRange({ ...range, from: value });
          }}
        />
        <TextField
          label={text.schedules.backfill.to}
          constraint={text.schedules.backfill.hint}
          value={range.to}
          error={refused.to ?? faultOf(range.to)}
          onChange={(value) => {
            setRange({ ...range, to: value });
          }}
        />
      </ColumnLayout>
    </ConfirmDialog>
  );
}

/** What is typed halfway is no fault yet. */
function faultOf(input: string): string | undefined {
  return input.trim().length < 10 || instantOf(input) !== undefined ? undefined : text.schedules.form.notAMoment;
}
