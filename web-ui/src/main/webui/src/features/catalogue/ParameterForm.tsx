import Autosuggest from "@cloudscape-design/components/autosuggest";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import Textarea from "@cloudscape-design/components/textarea";
import type { Parameter } from "../../api/types";
import { text } from "../../i18n/en";
import { inputOf, type Inputs } from "./values";

interface Properties {
  parameters: readonly Parameter[];
  inputs: Inputs;
  onChange: (inputs: Inputs) => void;
  /** Why values were refused, by the names of the parameters. */
  faults: Readonly<Record<string, string>>;
}

/** A field for each parameter of a query. */
export function ParameterForm({ parameters, inputs, onChange, faults }: Properties) {
  return (
    <ColumnLayout columns={parameters.length > 1 ? 2 : 1}>
      {parameters.map((parameter) => (
        <FormField
          key={parameter.name}
          label={
            parameter.required === false ? (
              <span>
                {parameter.label ?? parameter.name} <i>{text.catalogue.optional}</i>
              </span>
            ) : (
              (parameter.label ?? parameter.name)
            )
          }
          description={parameter.help}
          constraintText={text.catalogue.forms[parameter.type]}
          errorText={faults[parameter.name]}
        >
          <Field
            parameter={parameter}
            input={inputs[parameter.name] ?? ""}
            onChange={(input) => {
              onChange({ ...inputs, [parameter.name]: input });
            }}
          />
        </FormField>
      ))}
    </ColumnLayout>
  );
}

interface FieldProperties {
  parameter: Parameter;
  input: string;
  onChange: (input: string) => void;
}

function Field({ parameter, input, onChange }: FieldProperties) {
  const placeholder = inputOf(parameter.default);
  switch (parameter.type) {
    case "time-range":
      return (
        <Autosuggest
          value={input}
          placeholder={placeholder}
          options={text.catalogue.ranges.map((value) => ({ value }))}
          filteringType="manual"
          enteredTextLabel={(entered) => entered}
          clearAriaLabel={text.catalogue.clear}
          onChange={({ detail }) => {
            onChange(detail.value);
          }}
        />
      );
    case "list":
      return (
        <Textarea
          value={input}
          placeholder={placeholder}
          rows={3}
          onChange={({ detail }) => {
            onChange(detail.value);
          }}
        />
      );
    case "choice":
      return <Choice choices={parameter.choices ?? []} placeholder={placeholder} input={input} onChange={onChange} />;
    case "boolean":
      return <Choice choices={["true", "false"]} placeholder={placeholder} input={input} onChange={onChange} />;
    default:
      return (
        <Input
          value={input}
          placeholder={placeholder}
          onChange={({ detail }) => {
            onChange(detail.value);
          }}
        />
      );
  }
}

interface ChoiceProperties extends Omit<FieldProperties, "parameter"> {
  choices: readonly string[];
  placeholder: string;
}

function Choice({ choices, placeholder, input, onChange }: ChoiceProperties) {
  const options = choices.map((value) => ({ value, label: value }));
  return (
    <Select
      options={options}
      selectedOption={options.find((option) => option.value === input) ?? null}
      placeholder={placeholder}
      onChange={({ detail }) => {
        onChange(detail.selectedOption.value ?? "");
      }}
    />
  );
}
