import commandsInContainers from "../../../../../../../docs/queries/commands-in-containers.sql?raw";
import consoleChanges from "../../../../../../../docs/queries/console-changes.sql?raw";
import functionCalls from "../../../../../../../docs/queries/function-calls.sql?raw";

/** Sample queries by name, with the statements of the guides. */
export const QUESTIONS = { commandsInContainers, consoleChanges, functionCalls } as const;

export type Question = keyof typeof QUESTIONS;

/** Whether the name is that of a sample query. */
export function isQuestion(name: string): name is Question {
  return name in QUESTIONS;
}
