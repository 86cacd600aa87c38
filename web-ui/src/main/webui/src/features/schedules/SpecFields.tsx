import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useMemo } from "react";
import { toProblem } from "../../api/client";
import { usePreview } from "../../api/schedules";
import type { Spec } from "../../api/schedulerTypes";
import { moment } from "../../components/format";
import { usePaused } from "../../components/usePaused";
import { text } from "../../i18n/en";
import { refusalsOf, specOf, type ScheduleDraft } from "./draft";
import { AmountField, optionsOf, TextField, type PartProperties } from "./fields";
import { onClock, timeZones } from "./moments";
import { sentenceOf } from "./timing";

const PRESETS = ["0 * * * *", "0 8 * * *", "0 8 * * 1-5", "0 8 * * 1", "0 8 1 * *"];
const OWN = "";

/** How long nobody must type before the next times are asked for, in milliseconds. */
const PAUSE = 400;

/** When the schedule runs, with the next times that come of it. */
export function SpecFields({ tenant, draft, onChange, faults }: PartProperties & { tenant: string }) {
  const spec = writtenOf(draft);
  const shown = usePaused(spec, PAUSE);
  const asked = useMemo(() => (shown === undefined ? undefined : (JSON.parse(shown) as Spec)), [shown]);
  const preview = usePreview(tenant, asked);
  const refused = refusalsOf(preview.error ? toProblem(preview.error).violations : undefined);
  const current = shown === spec ? { ...refused, ...faults } : faults;
  return (
    <Container header={<Header variant="h2">{text.schedules.form.when}</Header>}>
      <ColumnLayout columns={2}>
        <SpaceBetween size="m">
          <SegmentedControl
            label={text.schedules.form.kind}
            selectedId={draft.timing}
            options={Object.entries(text.schedules.form.kinds).map(([id, label]) => ({ id, text: label }))}
            onChange={({ detail }) => {
              onChange({ timing: detail.selectedId === "interval" ? "interval" : "cron" });
            }}
          />
          {draft.timing === "cron" ? (
            <CronFields draft={draft} onChange={onChange} faults={current} />
          ) : (
            <AmountField
              label={text.schedules.form.every}
              units={["minutes", "hours", "days"]}
              value={draft.every}
              error={current["spec.every"]}
              onChange={(every) => {
                onChange({ every });
              }}
            />
          )}
          <TimeZoneField draft={draft} onChange={onChange} faults={current} />
          <MoreFields draft={draft} onChange={onChange} faults={current} />
        </SpaceBetween>
        <div>
          <Box variant="awsui-key-label">{text.schedules.form.nextTimes}</Box>
          {asked !== undefined && !preview.isError && <Box variant="strong">{sentenceOf(asked)}</Box>}
          <NextTimes draft={draft} preview={preview} hasFieldFaults={Object.keys(refused).length > 0} />
        </div>
      </ColumnLayout>
    </Container>
  );
}

function writtenOf(draft: ScheduleDraft): string | undefined {
  const spec = specOf(draft);
  return spec && JSON.stringify(spec);
}

function CronFields({ draft, onChange, faults }: PartProperties) {
  const labels = {
    ...Object.fromEntries(PRESETS.map((cron) => [cron, sentenceOf({ cron, timeZone: "" }).trim()])),
    [OWN]: text.schedules.form.ownCron,
  };
  const options = optionsOf(labels);
  return (
    <SpaceBetween size="m">
      <FormField label={text.schedules.form.preset}>
        <Select
          options={options}
          selectedOption={options.find(({ value }) => value === draft.cron) ?? { value: OWN, label: labels[OWN] }}
          onChange={({ detail }) => {
            onChange({ cron: detail.selectedOption.value ?? OWN });
          }}
        />
      </FormField>
      <TextField
        label={text.schedules.form.cron}
        constraint={text.schedules.form.cronHint}
        value={draft.cron}
        error={faults["spec.cron"]}
        onChange={(cron) => {
          onChange({ cron });
        }}
      />
    </SpaceBetween>
  );
}

function TimeZoneField({ draft, onChange, faults }: PartProperties) {
  const options = useMemo(() => timeZones().map((value) => ({ value, label: value })), []);
  return (
    <FormField label={text.schedules.form.timeZone} errorText={faults["spec.timeZone"]}>
      <Select
        options={options}
        selectedOption={{ value: draft.timeZone, label: draft.timeZone }}
        filteringType="auto"
        filteringAriaLabel={text.schedules.form.findTimeZone}
        filteringPlaceholder={text.schedules.form.findTimeZone}
        virtualScroll
        onChange={({ detail }) => {
          onChange({ timeZone: detail.selectedOption.value ?? "UTC" });
        }}
      />
    </FormField>
  );
}

function MoreFields({ draft, onChange, faults }: PartProperties) {
  return (
    <ExpandableSection
      headerText={text.schedules.form.moreTiming}
      defaultExpanded={draft.start !== "" || draft.end !== "" || Number(draft.jitter.amount) > 0}
    >
      <SpaceBetween size="m">
        <TextField
          label={text.schedules.form.start}
          constraint={text.schedules.form.momentHint}
          value={draft.start}
          error={faults["spec.start"]}
          onChange={(start) => {
            onChange({ start });
          }}
        />
        <TextField
          label={text.schedules.form.end}
          constraint={text.schedules.form.momentHint}
          value={draft.end}
          error={faults["spec.end"]}
          onChange={(end) => {
            onChange({ end });
          }}
        />
        <AmountField
          label={text.schedules.form.jitter}
          constraint={text.schedules.form.jitterHint}
          units={["seconds", "minutes"]}
          value={draft.jitter}
          error={faults["spec.jitter"]}
          onChange={(jitter) => {
            onChange({ jitter });
          }}
        />
      </SpaceBetween>
    </ExpandableSection>
  );
}

interface NextTimesProperties {
  draft: ScheduleDraft;
  preview: ReturnType<typeof usePreview>;
  /** Whether what is refused is told at fields. */
  hasFieldFaults: boolean;
}

function NextTimes({ draft, preview, hasFieldFaults }: NextTimesProperties) {
  if (preview.isError) {
    const problem = toProblem(preview.error);
    return hasFieldFaults ? null : <Alert type="error">{problem.detail ?? problem.title}</Alert>;
  }
  if (preview.isLoading) {
    return <StatusIndicator type="loading">{text.schedules.form.nextTimesLoading}</StatusIndicator>;
  }
  if (preview.data === undefined) {
    return <Box color="text-body-secondary">{text.schedules.form.nextTimesWait}</Box>;
  }
  if (preview.data.length === 0) {
    return <Box color="text-body-secondary">{text.schedules.form.nextTimesNone}</Box>;
  }
  return (
    <ol className="next-times" data-testid="next-times">
      {preview.data.map((time) => (
        <li key={time}>
          {onClock(time, draft.timeZone)}{" "}
          {draft.timeZone !== "UTC" && (
            <Box variant="span" color="text-body-secondary" fontSize="body-s">
              ({moment(time)})
            </Box>
          )}
        </li>
      ))}
    </ol>
  );
}
