import Button from "@cloudscape-design/components/button";
import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import Box from "@cloudscape-design/components/box";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Modal from "@cloudscape-design/components/modal";
import { useState } from "react";
import { useNavigate } from "react-router";
import { toProblem } from "../../api/client";
import type { Schedule } from "../../api/schedulerTypes";
import { useDeleteSchedule, usePause, useResume, useRunNow } from "../../api/schedules";
import { may } from "../../api/session";
import type { TenantMembership } from "../../api/types";
import { toChangeSchedule, toScheduleRun, toSchedules } from "../../app/links";
import { ConfirmDialog } from "../../components/ConfirmDialog";
import { LoadFailed } from "../../components/LoadFailed";
import { text } from "../../i18n/en";

type Action = "run" | "pause" | "resume" | "change" | "delete";

interface Properties {
  tenant: TenantMembership;
  schedule: Schedule;
  /** Whether all schedules are shown, so that there is little room. */
  isInTable?: boolean;
}

/** What can be done with a schedule; nothing for those who may only look. */
export function ScheduleActions({ tenant, schedule, isInTable = false }: Properties) {
  const [asked, setAsked] = useState<"pause" | "delete">();
  const navigate = useNavigate();
  const runNow = useRunNow(tenant.id);
  const resume = useResume(tenant.id);
  if (!may(tenant, "schedule:write")) {
    return null;
  }
  const act = (action: Action) => {
    switch (action) {
      case "run":
        runNow.mutate(schedule.id, {
          onSuccess: (run) => void navigate(toScheduleRun(tenant.slug, schedule.id, run.id)),
        });
        break;
      case "resume":
        resume.mutate(schedule.id);
        break;
      case "change":
        void navigate(toChangeSchedule(tenant.slug, schedule.id));
        break;
      default:
        setAsked(action);
    }
  };
  const failed = runNow.error ? runNow : resume.error ? resume : undefined;
  const dismiss = () => {
    setAsked(undefined);
  };
  return (
    <>
      <ButtonDropdown
        {...(isInTable
          ? { variant: "inline-icon", expandToViewport: true, ariaLabel: text.schedules.actionsOf(schedule.name) }
          : {
              variant: "primary",
              mainAction: {
                text: text.schedules.runNow,
                loading: runNow.isPending,
                onClick: () => {
                  act("run");
                },
              },
              ariaLabel: text.schedules.actionsOf(schedule.name),
            })}
        loading={isInTable && (runNow.isPending || resume.isPending)}
        items={itemsOf(schedule, isInTable)}
        onItemClick={({ detail }) => {
          act(detail.id as Action);
        }}
      />
      {asked === "pause" && <PauseDialog tenant={tenant} schedule={schedule} onEnd={dismiss} />}
      {asked === "delete" && <DeleteDialog tenant={tenant} schedule={schedule} onEnd={dismiss} />}
      {failed?.error && (
        <Modal
          visible
          header={schedule.name}
          closeAriaLabel={text.failure.dismiss}
          onDismiss={failed.reset}
          footer={
            <Box float="right">
              <Button onClick={failed.reset}>{text.failure.dismiss}</Button>
            </Box>
          }
        >
          <LoadFailed problem={toProblem(failed.error)} />
        </Modal>
      )}
    </>
  );
}

function itemsOf(schedule: Schedule, withRun: boolean): { id: Action; text: string }[] {
  return [
    ...(withRun ? [{ id: "run" as const, text: text.schedules.runNow }] : []),
    ...(schedule.state === "active" ? [{ id: "pause" as const, text: text.schedules.pause }] : []),
    ...(schedule.state === "paused" ? [{ id: "resume" as const, text: text.schedules.resume }] : []),
    { id: "change", text: text.schedules.change },
    { id: "delete", text: text.schedules.delete },
  ];
}

interface DialogProperties {
  tenant: TenantMembership;
  schedule: Schedule;
  onEnd: () => void;
}

function PauseDialog({ tenant, schedule, onEnd }: DialogProperties) {
  const pause = usePause(tenant.id);
  const [note, setNote] = useState("");
  return (
    <ConfirmDialog
      title={text.schedules.pauseOf(schedule.name)}
      confirm={text.schedules.pause}
      cancel={text.schedules.cancel}
      isPending={pause.isPending}
      failure={pause.error}
      onDismiss={onEnd}
      onConfirm={() => {
        pause.mutate({ id: schedule.id, note }, { onSuccess: onEnd });
      }}
    >
      <Box>{text.schedules.pauseDetail}</Box>
      <FormField
        label={
          <span>
            {text.schedules.note} <i>{text.catalogue.optional}</i>
          </span>
        }
        stretch
      >
        <Input
          value={note}
          onChange={({ detail }) => {
            setNote(detail.value);
          }}
        />
      </FormField>
    </ConfirmDialog>
  );
}

function DeleteDialog({ tenant, schedule, onEnd }: DialogProperties) {
  const navigate = useNavigate();
  const deletion = useDeleteSchedule(tenant.id);
  return (
    <ConfirmDialog
      title={text.schedules.deleteOf(schedule.name)}
      confirm={text.schedules.delete}
      cancel={text.schedules.cancel}
      isPending={deletion.isPending}
      failure={deletion.error}
      onDismiss={onEnd}
      onConfirm={() => {
        deletion.mutate(schedule, { onSuccess: () => void navigate(toSchedules(tenant.slug)) });
      }}
    >
      {text.schedules.deleteDetail}
    </ConfirmDialog>
  );
}
