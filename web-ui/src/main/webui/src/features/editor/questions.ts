import commandsInContainers from "../../../../../../../docs/queries/commands-in-containers.sql?raw";
import consoleChanges from "../../../../../../../docs/queries/console-changes.sql?raw";
import functionCalls from "../../../../../../../docs/queries/function-calls.sql?raw";

/** The questions that every installation answers, with their statements as the guides show them. */
export const QUESTIONS = { commandsInContainers, consoleChanges, functionCalls } as const;

export type Question = keyof typeof QUESTIONS;

/** Whether that is the name of one of the questions. */
export function isQuestion(name: string): name is Question {
  return name in QUESTIONS;
}
