import BarChart from "@cloudscape-design/components/bar-chart";
import Box from "@cloudscape-design/components/box";
import { useChangeSummary } from "../../api/changes";
import type { VerdictKind } from "../../api/changeTypes";
import { toProblem } from "../../api/client";
import { LoadFailed } from "../../components/LoadFailed";
import { text } from "../../i18n/en";
import { barsOf } from "./chart";

const COLOURS: Record<VerdictKind, string> = {
  unapproved: "#d13212",
  pending: "#b2911c",
  emergency: "#e07f00",
  "approved-late": "#6aaf35",
  approved: "#2e7d32",
  automated: "#486de8",
  exempt: "#7d8998",
};

/** Changes by day, one colour a verdict. */
export function ChangeChart({ tenant, query }: { tenant: string; query: string }) {
  const summary = useChangeSummary(tenant, query);
  if (summary.isError) {
    return <LoadFailed problem={toProblem(summary.error)} onRetry={() => void summary.refetch()} />;
  }
  const bars = barsOf(summary.data?.days ?? []);
  const days = bars[0]?.values.map(({ x }) => x) ?? [];
  return (
    <BarChart
      stackedBars
      hideFilter
      height={180}
      statusType={summary.isPending ? "loading" : "finished"}
      loadingText={text.changes.loading}
      ariaLabel={text.changes.byDay}
      xTitle={text.changes.day}
      yTitle={text.changes.number}
      xScaleType="categorical"
      xDomain={days.map(dayOf)}
      series={bars.map(({ verdict, values }) => ({
        type: "bar" as const,
        title: text.changes.verdicts[verdict],
        color: COLOURS[verdict],
        data: values.map(({ x, y }) => ({ x: dayOf(x), y })),
      }))}
      empty={
        <Box textAlign="center" color="text-body-secondary">
          {text.changes.noChart}
        </Box>
      }
    />
  );
}

function dayOf(day: Date): string {
  return day.toISOString().slice(5, 10);
}
