import type { Meter, MeterColumns, SaveMeterRequest } from "../../api/chargeback";
import type { Parameter } from "../../api/types";
import { inputOf, valuesOf, type Inputs } from "../catalogue/values";
import { filledIn, type FieldFaults } from "../schedules/draft";
import { filled } from "./rows";

/** Columns that allocation rules look at. */
export const OPTIONAL = ["principalArn", "role", "sessionName", "account", "function"] as const;

/** What stands in the form of a meter. */
export interface MeterInputs extends Record<(typeof OPTIONAL)[number], string> {
  id: string;
  name: string;
  unit: string;
  source: "statement" | "query";
  query: { id: string; version: number | undefined } | undefined;
  statement: string;
  /** Declarations of the parameters of the statement. */
  declared: readonly Parameter[];
  /** Values of the parameters. */
  inputs: Inputs;
  quantity: string;
  time: string;
  payers: string;
}

/** A new meter, with a statement to begin with. */
export const NEW: MeterInputs = {
  id: "",
  name: "",
  unit: "",
  source: "statement",
  query: undefined,
  statement: `SELECT eventTime AS at, 1 AS units, userIdentity.arn AS who
FROM $EDS_ID
WHERE eventTime >= {{window.start}} AND eventTime < {{window.end}}`,
  declared: [],
  inputs: {},
  quantity: "units",
  time: "at",
  payers: "who",
  principalArn: "who",
  role: "",
  sessionName: "",
  account: "",
  function: "",
};

const ID = /^[a-z][a-z0-9-]{0,62}$/;

/** The form of a meter that there is. */
export function inputsOf(meter: Meter): MeterInputs {
  const { columns } = meter;
  return {
    id: meter.id,
    name: meter.name,
    unit: meter.unit,
    source: meter.query === undefined ? "statement" : "query",
    query: meter.query === undefined ? undefined : { id: meter.query, version: meter.queryVersion },
    statement: meter.statement,
    declared: meter.parameters,
    inputs: Object.fromEntries(Object.entries(meter.values).map(([name, value]) => [name, inputOf(value)])),
    quantity: columns.quantity,
    time: columns.time,
    payers: columns.payers.join(", "),
    ...(Object.fromEntries(OPTIONAL.map((column) => [column, columns[column] ?? ""])) as Pick<
      MeterInputs,
      (typeof OPTIONAL)[number]
    >),
  };
}

/** Whether the id is of the form that ids have. */
export function isId(id: string): boolean {
  return ID.test(id.trim());
}

/** Whether enough is filled in to be sent. */
export function isComplete(inputs: MeterInputs): boolean {
  return (
    isId(inputs.id) &&
    [inputs.name, inputs.unit, inputs.quantity, inputs.time].every((input) => input.trim() !== "") &&
    (inputs.source === "query" ? inputs.query !== undefined : inputs.statement.trim() !== "")
  );
}

/**
 * The request of a form.
 *
 * @param parameters those of the kept query, or of the statement
 */
export function requestOf(
  inputs: MeterInputs,
  parameters: readonly Parameter[],
): { id: string; meter: SaveMeterRequest } {
  const asked = filledIn(parameters);
  const values = valuesOf(asked, inputs.inputs);
  return {
    id: inputs.id.trim(),
    meter: {
      name: inputs.name.trim(),
      unit: inputs.unit.trim(),
      ...sourceOf(inputs, asked),
      ...(Object.keys(values).length === 0 ? {} : { values }),
      columns: columnsOf(inputs),
    },
  };
}

function sourceOf({ source, query, statement }: MeterInputs, asked: Parameter[]): Partial<SaveMeterRequest> {
  if (source === "statement") {
    return { statement, ...(asked.length === 0 ? {} : { parameters: asked }) };
  }
  return query === undefined
    ? {}
    : { query: { id: query.id, ...(query.version === undefined ? {} : { version: query.version }) } };
}

function columnsOf(inputs: MeterInputs): MeterColumns {
  return {
    quantity: inputs.quantity.trim(),
    time: inputs.time.trim(),
    payers: inputs.payers.split(/[\s,;]+/).filter((column) => column !== ""),
    ...filled(inputs, OPTIONAL),
  };
}

/** Refusals by the fields of a meter: those of a new one stand below `meter`, and those of a list at the list. */
export function fieldsOf(refusals: FieldFaults): FieldFaults {
  return Object.fromEntries(
    Object.entries(refusals).map(([field, reason]) => [
      field.replace(/^meter\./, "").replace(/^columns\.payers\[.*$/, "columns.payers"),
      reason,
    ]),
  );
}
