import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useParams } from "react-router";
import { toProblem } from "../../api/client";
import type { Schedule } from "../../api/schedulerTypes";
import { useSchedule } from "../../api/schedules";
import { may } from "../../api/session";
import type { TenantMembership } from "../../api/types";
import { toSchedules } from "../../app/links";
import { OfTenant, TenantPage } from "../../app/TenantPage";
import { count, moment } from "../../components/format";
import { LoadFailed } from "../../components/LoadFailed";
import { Loading } from "../../components/Loading";
import { text } from "../../i18n/en";
import { lengthText } from "./amounts";
import { BackfillDialog } from "./BackfillDialog";
import { RunTable } from "./RunTable";
import { ScheduleActions } from "./ScheduleActions";
import { AlertStatus, pauseReasonOf, ScheduleStatus } from "./ScheduleStatus";
import { sentenceOf } from "./timing";
import { WhatRuns } from "./WhatRuns";

/** One schedule: what it is, where it stands, and its runs. */
export function SchedulePage() {
  const id = useParams().schedule ?? "";
  return <OfTenant>{(tenant) => <OneSchedule key={`${tenant.id} ${id}`} tenant={tenant} id={id} />}</OfTenant>;
}

function OneSchedule({ tenant, id }: { tenant: TenantMembership; id: string }) {
  const schedule = useSchedule(tenant.id, id);
  return (
    <TenantPage
      tenant={tenant}
      title={schedule.data?.name ?? text.schedules.title}
      above={[{ text: text.schedules.title, href: toSchedules(tenant.slug) }]}
      active={toSchedules(tenant.slug)}
      content={
        schedule.data ? (
          <Content tenant={tenant} schedule={schedule.data} />
        ) : schedule.isError ? (
          <LoadFailed problem={toProblem(schedule.error)} onRetry={() => void schedule.refetch()} />
        ) : (
          <Loading />
        )
      }
    />
  );
}

function Content({ tenant, schedule }: { tenant: TenantMembership; schedule: Schedule }) {
  const [isBackfilling, setBackfilling] = useState(false);
  const [backfilled, setBackfilled] = useState<number>();
  const mayBackfill = schedule.window?.kind === "event-time" && may(tenant, "schedule:write");
  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          description={sentenceOf(schedule.spec)}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              {mayBackfill && (
                <Button
                  onClick={() => {
                    setBackfilled(undefined);
                    setBackfilling(true);
                  }}
                >
                  {text.schedules.backfill.action}
                </Button>
              )}
              <ScheduleActions tenant={tenant} schedule={schedule} />
            </SpaceBetween>
          }
        >
          <span className="long-name">{schedule.name}</span>
        </Header>
      }
    >
      <SpaceBetween size="l">
        {schedule.pause && <Paused pause={schedule.pause} />}
        {backfilled !== undefined && <Alert type="success">{text.schedules.backfill.made(backfilled)}</Alert>}
        <Details tenant={tenant} schedule={schedule} />
        <RunTable tenant={tenant} schedule={schedule.id} />
        {isBackfilling && (
          <BackfillDialog
            tenant={tenant.id}
            schedule={schedule.id}
            onDone={(runs) => {
              setBackfilled(runs);
              setBackfilling(false);
            }}
            onDismiss={() => {
              setBackfilling(false);
            }}
          />
        )}
      </SpaceBetween>
    </ContentLayout>
  );
}

function Paused({ pause: { reason, detail, at } }: { pause: NonNullable<Schedule["pause"]> }) {
  return (
    <Alert
      type={reason === "requested" ? "info" : "warning"}
      header={text.schedules.pausedBecause(pauseReasonOf({ reason }))}
    >
      {detail !== undefined && <div>{detail}</div>}
      {text.schedules.pausedSince(moment(at))}
    </Alert>
  );
}

function Details({ tenant, schedule }: { tenant: TenantMembership; schedule: Schedule }) {
  const { window, policies, output } = schedule;
  return (
    <Container header={<Header variant="h2">{text.schedules.details}</Header>}>
      <SpaceBetween size="m">
        <KeyValuePairs
          columns={4}
          items={[
            { label: text.schedules.state, value: <ScheduleStatus schedule={schedule} /> },
            { label: text.schedules.next, value: schedule.nextRunAt === undefined ? "–" : moment(schedule.nextRunAt) },
            { label: text.schedules.alert, value: <AlertStatus alert={schedule.alert} /> },
            { label: text.schedules.failures, value: count(schedule.failures) },
            { label: text.schedules.runs, value: <WhatRuns tenant={tenant} schedule={schedule} /> },
            { label: text.schedules.owner, value: schedule.owner.name },
            { label: text.schedules.form.window, value: windowOf(window) },
            { label: text.schedules.form.overlap, value: text.schedules.form.overlaps[policies.overlap] },
            { label: text.schedules.form.catchUp, value: lengthText(policies.catchUpWindow) },
            {
              label: text.schedules.form.deliveries,
              value:
                output.deliveries.length === 0
                  ? "–"
                  : output.deliveries.map(({ format, when }, index) => (
                      <div key={index}>
                        {`${text.exports.formats[format]}: ${text.schedules.form.conditions[when].toLowerCase()}`}
                      </div>
                    )),
            },
          ]}
        />
        {schedule.statement !== undefined && (
          <ExpandableSection headerText={text.schedules.statement}>
            <pre className="statement">{schedule.statement}</pre>
          </ExpandableSection>
        )}
      </SpaceBetween>
    </Container>
  );
}

function windowOf(window: Schedule["window"]): string {
  if (window === undefined) {
    return text.schedules.form.windows.none.label;
  }
  const { label } = text.schedules.form.windows[window.kind];
  return window.coveredUntil === undefined ? label : text.schedules.covered(label, moment(window.coveredUntil));
}
