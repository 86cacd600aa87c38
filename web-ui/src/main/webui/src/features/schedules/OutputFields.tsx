import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Checkbox from "@cloudscape-design/components/checkbox";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useDestinations } from "../../api/destinations";
import type { AlertOperator } from "../../api/schedulerTypes";
import { may } from "../../api/session";
import type { TenantMembership } from "../../api/types";
import { text } from "../../i18n/en";
import type { DeliveryDraft } from "./draft";
import { NotificationFields } from "./NotificationFields";
import { ChoiceField, TextField, type PartProperties } from "./fields";

const OPERATORS: Record<AlertOperator, string> = { ">": ">", ">=": "≥", "<": "<", "<=": "≤", "=": "=", "!=": "≠" };
const OWN = "";
const MOST = 10;

interface Properties extends PartProperties {
  tenant: TenantMembership;
}

/** What is done with results: comparison, alert condition and deliveries. */
export function OutputFields({ tenant, draft, onChange, faults }: Properties) {
  return (
    <Container header={<Header variant="h2">{text.schedules.form.output}</Header>}>
      <SpaceBetween size="l">
        <Checkbox
          checked={draft.isCompared}
          onChange={({ detail }) => {
            onChange({ isCompared: detail.checked });
          }}
        >
          {text.schedules.form.compare}
        </Checkbox>
        <AlertFields draft={draft} onChange={onChange} faults={faults} />
        <Deliveries tenant={tenant} draft={draft} onChange={onChange} faults={faults} />
        <NotificationFields tenant={tenant} draft={draft} onChange={onChange} faults={faults} />
      </SpaceBetween>
    </Container>
  );
}

function AlertFields({ draft, onChange, faults }: PartProperties) {
  const isCompared = draft.alert === "rows" || draft.alert === "column";
  return (
    <ColumnLayout columns={4}>
      <ChoiceField
        label={text.schedules.form.alertWhen}
        options={text.schedules.form.alerts}
        value={draft.alert}
        error={faults["output.alert"] ?? faults["output.alert.of"]}
        onChange={(alert) => {
          onChange({ alert });
        }}
      />
      {draft.alert === "column" && (
        <TextField
          label={text.schedules.form.column}
          value={draft.alertColumn}
          error={faults["output.alert.column"]}
          onChange={(alertColumn) => {
            onChange({ alertColumn });
          }}
        />
      )}
      {isCompared && (
        <ChoiceField
          label={text.schedules.form.operator}
          options={OPERATORS}
          value={draft.alertOperator}
          error={faults["output.alert.operator"]}
          onChange={(alertOperator) => {
            onChange({ alertOperator });
          }}
        />
      )}
      {isCompared && (
        <TextField
          label={text.schedules.form.value}
          value={draft.alertValue}
          error={faults["output.alert.value"]}
          onChange={(alertValue) => {
            onChange({ alertValue });
          }}
        />
      )}
    </ColumnLayout>
  );
}

function Deliveries({ tenant, draft, onChange, faults }: Properties) {
  const { deliveries } = draft;
  const destinations = useDestinations(tenant.id, may(tenant, "destination:read")).data ?? [];
  const places = {
    [OWN]: text.exports.ownBucket,
    ...Object.fromEntries(destinations.map(({ id, name }) => [id, name])),
    ...gone(deliveries, new Set(destinations.map(({ id }) => id))),
  };
  const change = (key: number, changed: Partial<DeliveryDraft>) => {
    onChange({ deliveries: deliveries.map((each) => (each.key === key ? { ...each, ...changed } : each)) });
  };
  return (
    <SpaceBetween size="s">
      <Box variant="h3">{text.schedules.form.deliveries}</Box>
      {faults["output.deliveries"] !== undefined && <Box color="text-status-error">{faults["output.deliveries"]}</Box>}
      {deliveries.length === 0 && <Box color="text-body-secondary">{text.schedules.form.deliveriesNone}</Box>}
      {deliveries.map((delivery, index) => (
        <ColumnLayout key={delivery.key} columns={4}>
          <ChoiceField
            label={text.schedules.form.destination}
            options={places}
            value={delivery.destination ?? OWN}
            error={faults[`output.deliveries[${index}].destination`]}
            onChange={(id) => {
              change(delivery.key, { destination: id === OWN ? undefined : id });
            }}
          />
          <ChoiceField
            label={text.schedules.form.format}
            options={text.exports.formats}
            value={delivery.format}
            error={faults[`output.deliveries[${index}].format`]}
            onChange={(format) => {
              change(delivery.key, { format });
            }}
          />
          <ChoiceField
            label={text.schedules.form.condition}
            options={text.schedules.form.conditions}
            value={delivery.when}
            error={faults[`output.deliveries[${index}].when`]}
            onChange={(when) => {
              change(delivery.key, { when });
            }}
          />
          <Box padding={{ top: "xl" }}>
            <Button
              ariaLabel={text.schedules.form.removeDeliveryOf(index + 1)}
              onClick={() => {
                onChange({ deliveries: deliveries.filter(({ key }) => key !== delivery.key) });
              }}
            >
              {text.schedules.form.removeDelivery}
            </Button>
          </Box>
        </ColumnLayout>
      ))}
      <Button
        iconName="add-plus"
        disabled={deliveries.length >= MOST}
        onClick={() => {
          const key = Math.max(-1, ...deliveries.map((each) => each.key)) + 1;
          onChange({ deliveries: [...deliveries, { key, destination: undefined, format: "csv", when: "always" }] });
        }}
      >
        {text.schedules.form.addDelivery}
      </Button>
    </SpaceBetween>
  );
}

/** Destinations of deliveries that are not in the listing. */
function gone(deliveries: readonly DeliveryDraft[], known: ReadonlySet<string>): Record<string, string> {
  return Object.fromEntries(
    deliveries
      .flatMap(({ destination }) => destination ?? [])
      .filter((id) => !known.has(id))
      .map((id) => [id, text.exports.goneDestination]),
  );
}
