import Checkbox from "@cloudscape-design/components/checkbox";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import Table from "@cloudscape-design/components/table";
import type { Parameter, ParameterType } from "../../api/types";
import { text } from "../../i18n/en";
import { inputOf, valueOf } from "./values";

const TYPES = Object.keys(text.catalogue.types) as ParameterType[];

interface Properties {
  parameters: Parameter[];
  onChange: (parameters: Parameter[]) => void;
}

/** The declarations of a statement's parameters, one a row. */
export function ParameterTable({ parameters, onChange }: Properties) {
  const change = (name: string, changed: Partial<Parameter>) => {
    onChange(parameters.map((each) => (each.name === name ? { ...each, ...changed } : each)));
  };
  return (
    <Table
      variant="embedded"
      contentDensity="compact"
      ariaLabels={{ tableLabel: text.catalogue.parameters }}
      items={parameters}
      trackBy="name"
      columnDefinitions={[
        {
          id: "name",
          header: text.catalogue.parameter,
          isRowHeader: true,
          cell: ({ name }) => <code>{`{{${name}}}`}</code>,
        },
        {
          id: "type",
          header: text.catalogue.type,
          minWidth: 170,
          cell: ({ name, type }) => (
            <Select
              ariaLabel={`${text.catalogue.type}: ${name}`}
              expandToViewport
              options={TYPES.map((value) => ({ value, label: text.catalogue.types[value] }))}
              selectedOption={{ value: type, label: text.catalogue.types[type] }}
              onChange={({ detail }) => {
                change(name, { type: detail.selectedOption.value as ParameterType });
              }}
            />
          ),
        },
        {
          id: "default",
          header: text.catalogue.default,
          minWidth: 170,
          cell: (parameter) => (
            <Input
              ariaLabel={`${text.catalogue.default}: ${parameter.name}`}
              value={inputOf(parameter.default)}
              onChange={({ detail }) => {
                onChange(parameters.map((each) => (each === parameter ? withDefault(each, detail.value) : each)));
              }}
            />
          ),
        },
        {
          id: "choices",
          header: text.catalogue.choices,
          minWidth: 170,
          cell: (parameter) =>
            parameter.type === "choice" ? (
              <Input
                ariaLabel={`${text.catalogue.choices}: ${parameter.name}`}
                value={(parameter.choices ?? []).join(", ")}
                onChange={({ detail }) => {
                  change(parameter.name, { choices: detail.value.split(/,\s*/) });
                }}
              />
            ) : (
              "–"
            ),
        },
        {
          id: "help",
          header: text.catalogue.help,
          minWidth: 200,
          cell: ({ name, help }) => (
            <Input
              ariaLabel={`${text.catalogue.help}: ${name}`}
              value={help ?? ""}
              onChange={({ detail }) => {
                change(name, { help: detail.value });
              }}
            />
          ),
        },
        {
          id: "required",
          header: text.catalogue.required,
          cell: ({ name, required }) => (
            <Checkbox
              ariaLabel={`${text.catalogue.required}: ${name}`}
              checked={required !== false}
              onChange={({ detail }) => {
                change(name, { required: detail.checked });
              }}
            />
          ),
        },
      ]}
    />
  );
}

function withDefault(parameter: Parameter, input: string): Parameter {
  const changed = { ...parameter };
  delete changed.default;
  return input === "" ? changed : { ...changed, default: valueOf(parameter, input) };
}
