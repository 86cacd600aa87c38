import Button from "@cloudscape-design/components/button";
import Box from "@cloudscape-design/components/box";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Steps, { type StepsProps } from "@cloudscape-design/components/steps";
import { useParams } from "react-router";
import { toProblem } from "../../api/client";
import type { ScheduleRun } from "../../api/schedulerTypes";
import { isLive, useCancelRun, useSchedule, useScheduleRun } from "../../api/schedules";
import { may } from "../../api/session";
import type { TenantMembership } from "../../api/types";
import { toExecution, toSchedule, toSchedules } from "../../app/links";
import { OfTenant, TenantPage } from "../../app/TenantPage";
import { count, moment, size } from "../../components/format";
import { LoadFailed } from "../../components/LoadFailed";
import { Loading } from "../../components/Loading";
import { RouteLink } from "../../components/RouteLink";
import { text } from "../../i18n/en";
import { DeliveryTable } from "./DeliveryTable";
import { stepsOf, type StepStatus } from "./runSteps";
import { changesText } from "./RunTable";
import { AlertStatus, RunStatus, runStateText } from "./ScheduleStatus";
import { windowText } from "./windowText";

const LOOKS: Record<StepStatus, StepsProps.Status> = {
  done: "success",
  current: "in-progress",
  waiting: "pending",
  failed: "error",
  stopped: "stopped",
  omitted: "not-started",
};

/** One run of a schedule: its steps, its result, and its deliveries. */
export function RunPage() {
  const { schedule = "", run = "" } = useParams();
  return (
    <OfTenant>
      {(tenant) => <OneRun key={`${tenant.id} ${run}`} tenant={tenant} schedule={schedule} id={run} />}
    </OfTenant>
  );
}

function OneRun({ tenant, schedule, id }: { tenant: TenantMembership; schedule: string; id: string }) {
  const run = useScheduleRun(tenant.id, schedule, id);
  const name = useSchedule(tenant.id, schedule).data?.name ?? "";
  return (
    <TenantPage
      tenant={tenant}
      title={run.data ? text.schedules.run.title(moment(run.data.dueAt)) : text.schedules.run.list}
      above={[
        { text: text.schedules.title, href: toSchedules(tenant.slug) },
        { text: name, href: toSchedule(tenant.slug, schedule) },
      ]}
      active={toSchedules(tenant.slug)}
      content={
        run.data ? (
          <Content tenant={tenant} run={run.data} name={name} />
        ) : run.isError ? (
          <LoadFailed problem={toProblem(run.error)} onRetry={() => void run.refetch()} />
        ) : (
          <Loading />
        )
      }
    />
  );
}

function Content({ tenant, run, name }: { tenant: TenantMembership; run: ScheduleRun; name: string }) {
  const cancel = useCancelRun(tenant.id);
  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          description={name}
          actions={
            isLive(run) &&
            may(tenant, "schedule:write") && (
              <Button
                loading={cancel.isPending || cancel.isSuccess}
                onClick={() => {
                  cancel.mutate(run);
                }}
              >
                {text.schedules.run.cancel}
              </Button>
            )
          }
        >
          {text.schedules.run.title(moment(run.dueAt))}
        </Header>
      }
    >
      <SpaceBetween size="l">
        {cancel.isError && <LoadFailed problem={toProblem(cancel.error)} />}
        {run.problem && (
          <LoadFailed problem={{ type: "about:blank", title: runStateText(run), status: 0, ...run.problem }} />
        )}
        <ColumnLayout columns={2}>
          <Container fitHeight header={<Header variant="h2">{text.schedules.run.steps}</Header>}>
            <div role="status" data-testid="run-steps">
              <Steps ariaLabel={text.schedules.run.steps} steps={stepsOf(run).map((step) => shown(step, run))} />
            </div>
          </Container>
          <Details tenant={tenant} run={run} />
        </ColumnLayout>
        <DeliveryTable tenant={tenant} deliveries={run.deliveries} />
      </SpaceBetween>
    </ContentLayout>
  );
}

function shown({ name, status, at }: ReturnType<typeof stepsOf>[number], run: ScheduleRun): StepsProps.Step {
  const isOver = name === "ended" && status !== "waiting";
  return {
    status: LOOKS[status],
    statusIconAriaLabel: text.schedules.run.stepStatus[status],
    header: isOver ? runStateText(run) : name === "ended" ? text.schedules.run.ended : text.schedules.run.states[name],
    details:
      at === undefined ? (
        status === "omitted" && text.schedules.run.stepStatus.omitted
      ) : (
        <Box variant="small" color="text-body-secondary">
          {moment(at)}
        </Box>
      ),
  };
}

function Details({ tenant, run }: { tenant: TenantMembership; run: ScheduleRun }) {
  return (
    <Container fitHeight header={<Header variant="h2">{text.schedules.details}</Header>}>
      <KeyValuePairs
        columns={2}
        items={[
          { label: text.schedules.run.state, value: <RunStatus run={run} /> },
          { label: text.schedules.run.alert, value: <AlertStatus alert={run.alert} /> },
          { label: text.schedules.run.origin, value: text.schedules.run.origins[run.origin] },
          { label: text.schedules.run.owner, value: run.owner.name },
          { label: text.schedules.run.window, value: windowText(run.window) },
          { label: text.schedules.run.attempts, value: count(run.attempts) },
          { label: text.schedules.run.rows, value: run.rows === undefined ? "–" : count(run.rows) },
          { label: text.schedules.run.changes, value: changesText(run) },
          { label: text.schedules.run.size, value: run.bytes === undefined ? "–" : size(run.bytes) },
          {
            label: text.schedules.run.execution,
            value:
              run.execution !== undefined && may(tenant, "query:read") ? (
                <RouteLink href={toExecution(tenant.slug, run.execution)}>{text.schedules.run.openExecution}</RouteLink>
              ) : (
                "–"
              ),
          },
        ]}
      />
    </Container>
  );
}
