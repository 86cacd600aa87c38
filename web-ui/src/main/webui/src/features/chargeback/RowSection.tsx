import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState, type ReactNode } from "react";
import { text } from "../../i18n/en";
import type { FieldFaults } from "../schedules/draft";

interface Properties {
  name: string;
  summary: string;
  /** Where the row is in the request: `rules[3]`. */
  place: string;
  faults: FieldFaults;
  isFirst: boolean;
  isLast: boolean;
  isNew: boolean;
  mayWrite: boolean;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
  children: ReactNode;
}

/** A row of a long form, which is closed until somebody works on it, or something is wrong with it. */
export function RowSection(properties: Properties) {
  const { name, summary, place, faults, isFirst, isLast, isNew, mayWrite, onMove, onRemove, children } = properties;
  const [isOpened, setOpened] = useState(isNew);
  const isWrong = Object.keys(faults).some((field) => field === place || field.startsWith(`${place}.`));
  const isOpen = isOpened || isWrong;
  const { rows } = text.chargeback;
  return (
    <ExpandableSection
      variant="container"
      headingTagOverride="h2"
      headerText={name}
      headerDescription={summary}
      expanded={isOpen}
      onChange={({ detail }) => {
        setOpened(detail.expanded);
      }}
      headerActions={
        mayWrite && (
          <SpaceBetween direction="horizontal" size="xs">
            <Button
              variant="icon"
              iconName="angle-up"
              ariaLabel={rows.up(name)}
              disabled={isFirst}
              onClick={() => {
                onMove(-1);
              }}
            />
            <Button
              variant="icon"
              iconName="angle-down"
              ariaLabel={rows.down(name)}
              disabled={isLast}
              onClick={() => {
                onMove(1);
              }}
            />
            <Button variant="icon" iconName="remove" ariaLabel={rows.remove(name)} onClick={onRemove} />
          </SpaceBetween>
        )
      }
    >
      {isOpen && (
        // What is worked on stays open once nothing is wrong with it any more.
        <div
          onFocus={() => {
            setOpened(true);
          }}
        >
          <SpaceBetween size="m">
            {faults[place] !== undefined && <Alert type="error">{faults[place]}</Alert>}
            {children}
          </SpaceBetween>
        </div>
      )}
    </ExpandableSection>
  );
}

interface FieldProperties {
  label: string;
  hint?: string | undefined;
  fault: string | undefined;
  value: string;
  isReadOnly: boolean;
  onChange: (value: string) => void;
}

/** A text of a row. */
export function RowField({ label, hint, fault, value, isReadOnly, onChange }: FieldProperties) {
  return (
    <FormField label={label} constraintText={hint} errorText={fault}>
      <Input
        value={value}
        readOnly={isReadOnly}
        autoComplete={false}
        spellcheck={false}
        onChange={({ detail }) => {
          onChange(detail.value);
        }}
      />
    </FormField>
  );
}
