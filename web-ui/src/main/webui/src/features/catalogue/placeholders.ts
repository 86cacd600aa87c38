import type { Parameter, ParameterType } from "../../api/types";

const PLACEHOLDER = /\{\{\s*([A-Za-z]\w*)(\.(?:start|end))?\s*\}\}/g;
const KEPT = /'(?:[^']|'')*'|"[^"]*"|--[^\n]*|\/\*[\s\S]*?\*\//g;

/**
 * The parameters of a statement in the order of its text: those that are declared keep their declarations, and new
 * names get a type by how they are used.
 */
export function parametersIn(statement: string, declared: readonly Parameter[]): Parameter[] {
  const outside = statement.replace(KEPT, " ");
  const found = new Map<string, Parameter>();
  for (const [, name = "", member] of outside.matchAll(PLACEHOLDER)) {
    if (!found.has(name)) {
      found.set(name, declared.find((parameter) => parameter.name === name) ?? { name, ...guessed(member) });
    }
  }
  return [...found.values()];
}

function guessed(member: string | undefined): { type: ParameterType; default?: string } {
  return member === undefined ? { type: "text" } : { type: "time-range", default: "last 7 days" };
}
