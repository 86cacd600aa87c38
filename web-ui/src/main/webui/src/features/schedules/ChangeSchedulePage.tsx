import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import { useState } from "react";
import { useParams } from "react-router";
import { toProblem } from "../../api/client";
import type { Schedule } from "../../api/schedulerTypes";
import { useSchedule } from "../../api/schedules";
import type { TenantMembership } from "../../api/types";
import { toSchedule, toSchedules } from "../../app/links";
import { OfTenant, TenantPage } from "../../app/TenantPage";
import { LoadFailed } from "../../components/LoadFailed";
import { Loading } from "../../components/Loading";
import { text } from "../../i18n/en";
import { draftOf } from "./draft";
import { ScheduleForm } from "./ScheduleForm";

/** The form that changes a schedule. */
export function ChangeSchedulePage() {
  const id = useParams().schedule ?? "";
  return <OfTenant>{(tenant) => <Loaded key={`${tenant.id} ${id}`} tenant={tenant} id={id} />}</OfTenant>;
}

function Loaded({ tenant, id }: { tenant: TenantMembership; id: string }) {
  const schedule = useSchedule(tenant.id, id);
  const name = schedule.data?.name ?? "";
  return (
    <TenantPage
      tenant={tenant}
      title={text.schedules.change}
      above={[
        { text: text.schedules.title, href: toSchedules(tenant.slug) },
        { text: name, href: toSchedule(tenant.slug, id) },
      ]}
      active={toSchedules(tenant.slug)}
      content={
        <ContentLayout header={<Header variant="h1">{text.schedules.form.changeTitle(name)}</Header>}>
          {schedule.data && schedule.isFetchedAfterMount ? (
            <Change tenant={tenant} schedule={schedule.data} />
          ) : schedule.isError ? (
            <LoadFailed problem={toProblem(schedule.error)} onRetry={() => void schedule.refetch()} />
          ) : (
            <Loading />
          )}
        </ContentLayout>
      }
    />
  );
}

/** What is changed is the schedule as it was shown, also where it is newer by now: then the service refuses. */
function Change({ tenant, schedule }: { tenant: TenantMembership; schedule: Schedule }) {
  const [shown] = useState(schedule);
  return <ScheduleForm tenant={tenant} initial={draftOf(shown)} base={shown} />;
}
