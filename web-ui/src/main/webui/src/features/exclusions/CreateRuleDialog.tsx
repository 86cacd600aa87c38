import Checkbox from "@cloudscape-design/components/checkbox";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import Select from "@cloudscape-design/components/select";
import { useState } from "react";
import { useCreateRule } from "../../api/changes";
import type { PrincipalPattern, RuleKind } from "../../api/changeTypes";
import { toProblem } from "../../api/client";
import { ConfirmDialog } from "../../components/ConfirmDialog";
import { text } from "../../i18n/en";
import { EMPTY, isComplete, ruleOf, type RuleInputs } from "./ruleForm";

interface Properties {
  tenant: string;
  /** What the form begins with. */
  given: Partial<RuleInputs>;
  onEnd: () => void;
}

/** Asks which changes need no approval, and why. */
export function CreateRuleDialog({ tenant, given, onEnd }: Properties) {
  const create = useCreateRule(tenant);
  const [inputs, setInputs] = useState<RuleInputs>({ ...EMPTY, ...given });
  const violations = create.error ? (toProblem(create.error).violations ?? []) : [];
  type TextName = Exclude<keyof RuleInputs, "kind" | "principalKind" | "isEverything">;
  const field = (name: TextName, label: string, hint?: string, wire: string = name) => (
    <FormField
      label={label}
      constraintText={hint}
      errorText={violations.find(({ field: at }) => at.startsWith(wire))?.reason}
    >
      <Input
        value={inputs[name]}
        onChange={({ detail }) => {
          setInputs({ ...inputs, [name]: detail.value });
        }}
      />
    </FormField>
  );
  const kinds = text.changes.scope.kinds;
  return (
    <ConfirmDialog
      title={text.changes.rules.create}
      confirm={text.changes.rules.create}
      cancel={text.changes.rules.cancel}
      isPending={create.isPending}
      isDisabled={!isComplete(inputs)}
      failure={create.error}
      onDismiss={onEnd}
      onConfirm={() => {
        create.mutate(ruleOf(inputs), { onSuccess: onEnd });
      }}
    >
      <SegmentedControl
        label={text.changes.rules.kind}
        selectedId={inputs.kind}
        options={Object.entries(text.changes.rules.kinds).map(([id, label]) => ({ id, text: label }))}
        onChange={({ detail }) => {
          setInputs({ ...inputs, kind: detail.selectedId as RuleKind });
        }}
      />
      {field("name", text.changes.rules.name)}
      {field("reason", text.changes.rules.reason)}
      <ColumnLayout columns={2}>
        {field("accounts", text.changes.scope.accounts, text.changes.scope.hint, "scope.accounts")}
        {field("services", text.changes.scope.services, text.changes.scope.hint, "scope.services")}
        {field("actions", text.changes.scope.actions, text.changes.rules.actionsHint, "scope.actions")}
        {field("resources", text.changes.scope.resources, text.changes.rules.patternHint, "scope.resources")}
        <FormField label={text.changes.rules.principalKind}>
          <Select
            options={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
            selectedOption={{ value: inputs.principalKind, label: kinds[inputs.principalKind] }}
            onChange={({ detail }) => {
              setInputs({ ...inputs, principalKind: detail.selectedOption.value as PrincipalPattern["kind"] });
            }}
          />
        </FormField>
        {field("principals", text.changes.rules.principals, text.changes.rules.patternHint, "scope.principals")}
      </ColumnLayout>
      {field("expires", text.changes.rules.expires, text.changes.rules.expiresHint, "expiresAt")}
      <Checkbox
        checked={inputs.isEverything}
        onChange={({ detail }) => {
          setInputs({ ...inputs, isEverything: detail.checked });
        }}
      >
        {text.changes.rules.confirmEverything}
      </Checkbox>
    </ConfirmDialog>
  );
}
