import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { text } from "../../i18n/en";
import { newRule, PATTERNS, summaryOf, type AllocationInputs, type RuleInputs } from "./allocationForm";
import type { DocumentPart } from "./DocumentEditor";
import { changed, moved, without } from "./rows";
import { RowField, RowSection } from "./RowSection";

const MOST = 500;

/** The allocation rules in their order. */
export function RuleFields({ inputs, faults, mayWrite, onChange }: DocumentPart<AllocationInputs>) {
  const { rules } = inputs;
  const words = text.chargeback.rules;
  const [added, setAdded] = useState<number>();
  const field = (
    rule: RuleInputs,
    index: number,
    name: Exclude<keyof RuleInputs, "key">,
    label: string,
    hint?: string,
  ) => (
    <RowField
      label={label}
      hint={hint}
      fault={faults[`rules[${index}].${name}`]}
      value={rule[name]}
      isReadOnly={!mayWrite}
      onChange={(value) => {
        onChange({ rules: changed(rules, rule.key, { [name]: value }) });
      }}
    />
  );
  return (
    <SpaceBetween size="s">
      {rules.length === 0 && <Box color="text-body-secondary">{words.none}</Box>}
      {rules.map((rule, index) => (
        <RowSection
          key={rule.key}
          name={rule.name.trim() === "" ? words.row(index + 1) : rule.name}
          summary={summaryOf(rule)}
          place={`rules[${index}]`}
          faults={faults}
          isFirst={index === 0}
          isLast={index === rules.length - 1}
          isNew={rule.key === added}
          mayWrite={mayWrite}
          onMove={(by) => {
            onChange({ rules: moved(rules, rule.key, by) }, true);
          }}
          onRemove={() => {
            onChange({ rules: without(rules, rule.key) }, true);
          }}
        >
          <ColumnLayout columns={2}>
            {field(rule, index, "name", words.name)}
            {field(rule, index, "costCentre", words.costCentre)}
          </ColumnLayout>
          <ColumnLayout columns={3}>
            {PATTERNS.map((name) => (
              <div key={name}>{field(rule, index, name, words.patterns[name], words.patternHint)}</div>
            ))}
          </ColumnLayout>
          <ColumnLayout columns={2}>
            {field(rule, index, "validFrom", words.validFrom, words.fromHint)}
            {field(rule, index, "validTo", words.validTo, words.toHint)}
          </ColumnLayout>
        </RowSection>
      ))}
      {mayWrite && (
        <Button
          iconName="add-plus"
          disabled={rules.length >= MOST}
          onClick={() => {
            const rule = newRule(rules);
            setAdded(rule.key);
            onChange({ rules: [...rules, rule] });
          }}
        >
          {words.add}
        </Button>
      )}
    </SpaceBetween>
  );
}
