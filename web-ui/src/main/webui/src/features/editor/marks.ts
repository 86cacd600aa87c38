import type { Problem } from "../../api/types";
import { text } from "../../i18n/en";

/** A location in the statement, counted from 1, with its message. */
export interface Mark {
  line: number;
  column: number;
  length: number | undefined;
  message: string;
  location: string;
}

/** The mark of a problem; undefined if the problem has no location. */
export function markOf(problem: Problem): Mark | undefined {
  if (problem.line === undefined || problem.column === undefined) {
    return undefined;
  }
  return {
    line: problem.line,
    column: problem.column,
    length: problem.length,
    message: [problem.detail ?? problem.title, problem.hint].filter((part) => part !== undefined).join("\n"),
    location: text.editor.location(problem.line, problem.column),
  };
}

/**
 * From and to of a mark as offsets into the text. Without a length the mark ends with the word; it is never
 * empty and never outside the text, even for a wrong location.
 */
export function rangeOf(mark: Mark, statement: string): { from: number; to: number } {
  const lines = statement.split("\n");
  const line = Math.min(Math.max(mark.line, 1), lines.length);
  const before = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  const content = lines[line - 1] ?? "";
  const column = Math.min(Math.max(mark.column - 1, 0), Math.max(content.length - 1, 0));
  const word = /^(?:[\w$]+|.)/u.exec(content.slice(column))?.[0].length ?? 0;
  const from = before + column;
  const to = Math.min(from + Math.max(mark.length ?? word, 1), statement.length);
  return { from: Math.min(from, Math.max(to - 1, 0)), to };
}
