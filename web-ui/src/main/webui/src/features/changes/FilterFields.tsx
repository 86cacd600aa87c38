import ColumnLayout from "@cloudscape-design/components/column-layout";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import { useEffect, useState } from "react";
import { text } from "../../i18n/en";
import type { Filters } from "./filters";

interface Properties {
  filters: Filters;
  onChange: (changed: Partial<Filters>) => void;
}

/** What the list of changes is narrowed to. */
export function FilterFields({ filters, onChange }: Properties) {
  return (
    <ColumnLayout columns={4}>
      <Choice
        label={text.changes.period}
        options={text.changes.periods}
        value={filters.days}
        onChange={(days) => {
          onChange({ days });
        }}
      />
      <Choice
        label={text.changes.verdict}
        options={{ "": text.changes.any, ...text.changes.verdicts }}
        value={filters.verdict}
        onChange={(verdict) => {
          onChange({ verdict });
        }}
      />
      <Choice
        label={text.changes.how}
        options={{ "": text.changes.any, ...text.changes.origins }}
        value={filters.origin}
        onChange={(origin) => {
          onChange({ origin });
        }}
      />
      <Choice
        label={text.changes.review}
        options={{ "": text.changes.any, ...text.changes.reviews }}
        value={filters.review}
        onChange={(review) => {
          onChange({ review });
        }}
      />
      <Words
        label={text.changes.who}
        hint={text.changes.whoHint}
        value={filters.who}
        onChange={(who) => {
          onChange({ who });
        }}
      />
      <Words
        label={text.changes.service}
        hint={text.changes.serviceHint}
        value={filters.service}
        onChange={(service) => {
          onChange({ service });
        }}
      />
      <Words
        label={text.changes.account}
        value={filters.account}
        onChange={(account) => {
          onChange({ account });
        }}
      />
    </ColumnLayout>
  );
}

interface ChoiceProperties<T extends string> {
  label: string;
  options: Readonly<Record<T, string>>;
  value: T;
  onChange: (value: T) => void;
}

function Choice<T extends string>({ label, options, value, onChange }: ChoiceProperties<T>) {
  return (
    <FormField label={label}>
      <Select
        options={(Object.entries(options) as [T, string][]).map(([each, name]) => ({ value: each, label: name }))}
        selectedOption={{ value, label: options[value] }}
        onChange={({ detail }) => {
          onChange(detail.selectedOption.value as T);
        }}
      />
    </FormField>
  );
}

interface WordsProperties {
  label: string;
  hint?: string;
  value: string;
  onChange: (value: string) => void;
}

/** A text that is applied when it has not changed for a moment. */
function Words({ label, hint, value, onChange }: WordsProperties) {
  const [typed, setTyped] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => {
      if (typed !== value) {
        onChange(typed);
      }
    }, 400);
    return () => {
      clearTimeout(timer);
    };
  }, [typed, value, onChange]);
  return (
    <FormField label={label} constraintText={hint}>
      <Input
        value={typed}
        type="search"
        onChange={({ detail }) => {
          setTyped(detail.value);
        }}
      />
    </FormField>
  );
}
