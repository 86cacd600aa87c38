import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import { text } from "../../i18n/en";
import type { Amount, Unit } from "./amounts";
import type { FieldFaults, ScheduleDraft } from "./draft";

/** What every part of the form is given. */
export interface PartProperties {
  draft: ScheduleDraft;
  onChange: (change: Partial<ScheduleDraft>) => void;
  /** Why fields are refused, by their names in the request. */
  faults: FieldFaults;
}

interface FieldProperties {
  label: string;
  description?: string;
  constraint?: string;
  error?: string | undefined;
  value: string;
  onChange: (value: string) => void;
}

/** A field of one line. */
export function TextField({ label, description, constraint, error, value, onChange }: FieldProperties) {
  return (
    <FormField label={label} description={description} constraintText={constraint} errorText={error}>
      <Input
        value={value}
        onChange={({ detail }) => {
          onChange(detail.value);
        }}
      />
    </FormField>
  );
}

interface ChoiceProperties<T extends string> extends Omit<FieldProperties, "value" | "onChange"> {
  /** The labels of the options, in their order. */
  options: Readonly<Record<T, string>>;
  value: T;
  onChange: (value: T) => void;
}

/** A choice out of a few. */
export function ChoiceField<T extends string>(properties: ChoiceProperties<T>) {
  const { label, description, constraint, error, options, value, onChange } = properties;
  return (
    <FormField label={label} description={description} constraintText={constraint} errorText={error}>
      <Select
        options={optionsOf(options)}
        selectedOption={{ value, label: options[value] }}
        onChange={({ detail }) => {
          onChange(detail.selectedOption.value as T);
        }}
      />
    </FormField>
  );
}

interface AmountProperties extends Omit<FieldProperties, "value" | "onChange"> {
  units: readonly Unit[];
  value: Amount;
  onChange: (value: Amount) => void;
}

/** A duration: a number and its unit. */
export function AmountField({ label, description, constraint, error, units, value, onChange }: AmountProperties) {
  const names = Object.fromEntries(
    [...new Set([...units, value.unit])].map((unit) => [unit, text.schedules.units[unit][1]]),
  );
  return (
    <FormField label={label} description={description} constraintText={constraint} errorText={error}>
      <div className="amount">
        <Input
          value={value.amount}
          inputMode="numeric"
          ariaLabel={`${label}: ${text.schedules.form.amount}`}
          onChange={({ detail }) => {
            onChange({ ...value, amount: detail.value });
          }}
        />
        <Select
          options={optionsOf(names)}
          selectedOption={{ value: value.unit, label: text.schedules.units[value.unit][1] }}
          ariaLabel={`${label}: ${text.schedules.form.unit}`}
          onChange={({ detail }) => {
            onChange({ ...value, unit: detail.selectedOption.value as Unit });
          }}
        />
      </div>
    </FormField>
  );
}

/** The options of a select, out of their labels. */
export function optionsOf(labels: Readonly<Record<string, string>>): { value: string; label: string }[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}
