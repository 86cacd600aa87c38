import { diffLines } from "diff";
import type { QueryContent } from "../../api/types";

export interface ChangedLine {
  number: number;
  kind: "same" | "added" | "removed";
  line: string;
}

/** What changed from one version to the next, line by line; without an earlier one all lines are new. */
export function changesBetween(before: QueryContent | undefined, after: QueryContent): ChangedLine[] {
  return diffLines(before === undefined ? "" : linesOf(before), linesOf(after))
    .flatMap(({ value, added, removed }) => {
      const kind = added ? ("added" as const) : removed ? ("removed" as const) : ("same" as const);
      return value
        .replace(/\n$/, "")
        .split("\n")
        .map((line) => ({ kind, line }));
    })
    .map((line, number) => ({ number, ...line }));
}

/** All that a query says, a fact a line. */
function linesOf(query: QueryContent): string {
  const facts = [
    query.title,
    ...(query.description ?? "").split("\n"),
    `${query.category}: ${query.tags.join(", ")}`,
    ...query.parameters.map((parameter) => `{{${parameter.name}}} ${JSON.stringify(parameter)}`),
    ...query.columns.map((column) => `${column.name}: ${column.description ?? ""}`),
    query.finding ?? "",
    query.falseAlarms ?? "",
    query.statement,
  ];
  return `${facts.filter((fact) => fact !== "").join("\n")}\n`;
}
