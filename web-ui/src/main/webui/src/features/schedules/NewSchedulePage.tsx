import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import { useLocation, useSearchParams } from "react-router";
import { toSchedules } from "../../app/links";
import { OfTenant, TenantPage } from "../../app/TenantPage";
import { text } from "../../i18n/en";
import { newDraft } from "./draft";
import { ownTimeZone } from "./moments";
import { draftFrom } from "./prefill";
import { ScheduleForm } from "./ScheduleForm";

/** The form of a new schedule, filled in with the kept query of the address or what the editor hands over. */
export function NewSchedulePage() {
  const [search] = useSearchParams();
  const { key, state } = useLocation() as { key: string; state: unknown };
  const filledIn = draftFrom(search.get("query") ?? undefined, state);
  return (
    <OfTenant>
      {(tenant) => (
        <TenantPage
          tenant={tenant}
          title={text.schedules.form.createTitle}
          above={[{ text: text.schedules.title, href: toSchedules(tenant.slug) }]}
          active={toSchedules(tenant.slug)}
          content={
            <ContentLayout header={<Header variant="h1">{text.schedules.form.createTitle}</Header>}>
              <ScheduleForm
                key={`${tenant.id} ${key}`}
                tenant={tenant}
                initial={newDraft(ownTimeZone(), filledIn)}
                base={undefined}
              />
            </ContentLayout>
          }
        />
      )}
    </OfTenant>
  );
}
