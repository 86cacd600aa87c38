import Box from "@cloudscape-design/components/box";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ComponentProps } from "react";
import type { Parameter } from "../../api/types";
import { text } from "../../i18n/en";
import { ParameterForm } from "./ParameterForm";
import { ParameterTable } from "./ParameterTable";

interface Properties extends Omit<ComponentProps<typeof ParameterForm>, "parameters"> {
  parameters: Parameter[];
  /** Takes other declarations; without it they are not shown, for they are a kept query's. */
  onDeclare?: ((declared: Parameter[]) => void) | undefined;
}

/** The values with which a statement is to run, and the declarations of its parameters. */
export function ParameterValues({ parameters, inputs, faults, onChange, onDeclare }: Properties) {
  return (
    <SpaceBetween size="s">
      <Box variant="h3">{text.catalogue.values}</Box>
      <ParameterForm parameters={parameters} inputs={inputs} faults={faults} onChange={onChange} />
      {onDeclare && (
        <ExpandableSection headerText={text.catalogue.declarations}>
          <ParameterTable parameters={parameters} onChange={onDeclare} />
        </ExpandableSection>
      )}
    </SpaceBetween>
  );
}
