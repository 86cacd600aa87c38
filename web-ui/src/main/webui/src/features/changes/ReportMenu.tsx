import ButtonDropdown, { type ButtonDropdownProps } from "@cloudscape-design/components/button-dropdown";
import { reportFileAddress, type ReportForm } from "../../api/changes";
import { text } from "../../i18n/en";
import { monthsBefore } from "./months";

const FORMS: ReportForm[] = ["pdf", "csv", "zip"];
const MONTHS = 13;

/** The reports of the last months as files. */
export function ReportMenu({ tenant, now }: { tenant: string; now: number }) {
  const items: ButtonDropdownProps.ItemOrGroup[] = monthsBefore(now, MONTHS).map((month) => ({
    text: month,
    items: FORMS.map((form) => ({
      id: `${month}.${form}`,
      text: text.changes.reportForms[form],
      href: reportFileAddress(tenant, month, form),
      download: true,
    })),
  }));
  return (
    <ButtonDropdown items={items} expandableGroups>
      {text.changes.report}
    </ButtonDropdown>
  );
}
