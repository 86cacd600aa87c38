import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useMeters } from "../../api/chargeback";
import { text } from "../../i18n/en";
import type { FieldFaults } from "../schedules/draft";
import type { DocumentPart } from "./DocumentEditor";
import { newRate, newTier, summaryOf, type CardInputs, type RateInputs, type TierInputs } from "./rateForm";
import { changed, moved, without } from "./rows";
import { RowField, RowSection } from "./RowSection";

const MOST = 1000;
const MOST_TIERS = 20;

/** The rates of the meters, with their currency. */
export function RateFields({
  tenant,
  inputs,
  faults,
  mayWrite,
  onChange,
}: DocumentPart<CardInputs> & { tenant: string }) {
  const { rates, currency } = inputs;
  const words = text.chargeback.card;
  const meters = useMeters(tenant).data ?? [];
  const options = meters.map(({ id, name, unit }) => ({ value: id, label: name, description: id, labelTag: unit }));
  const [added, setAdded] = useState<number>();
  const nameOf = ({ meter, validFrom }: RateInputs, index: number) =>
    meter === "" ? words.row(index + 1) : words.of(meters.find(({ id }) => id === meter)?.name ?? meter, validFrom);
  return (
    <SpaceBetween size="s">
      <ColumnLayout columns={3}>
        <RowField
          label={words.currency}
          hint={words.currencyHint}
          fault={faults.currency}
          value={currency}
          isReadOnly={!mayWrite}
          onChange={(value) => {
            onChange({ currency: value });
          }}
        />
      </ColumnLayout>
      {rates.length === 0 && <Box color="text-body-secondary">{words.none}</Box>}
      {rates.map((rate, index) => {
        const place = `rates[${index}]`;
        const name = nameOf(rate, index);
        const change = (change: Partial<RateInputs>, isMoved = false) => {
          onChange({ rates: changed(rates, rate.key, change) }, isMoved);
        };
        return (
          <RowSection
            key={rate.key}
            name={name}
            summary={summaryOf(rate)}
            place={place}
            faults={faults}
            isFirst={index === 0}
            isLast={index === rates.length - 1}
            isNew={rate.key === added}
            mayWrite={mayWrite}
            onMove={(by) => {
              onChange({ rates: moved(rates, rate.key, by) }, true);
            }}
            onRemove={() => {
              onChange({ rates: without(rates, rate.key) }, true);
            }}
          >
            <ColumnLayout columns={3}>
              <FormField label={words.meter} errorText={faults[`${place}.meter`]}>
                <Select
                  options={options}
                  selectedOption={
                    rate.meter === ""
                      ? null
                      : (options.find(({ value }) => value === rate.meter) ?? { value: rate.meter })
                  }
                  placeholder={words.chooseMeter}
                  readOnly={!mayWrite}
                  onChange={({ detail }) => {
                    change({ meter: detail.selectedOption.value ?? "" });
                  }}
                />
              </FormField>
              <RowField
                label={words.validFrom}
                hint={words.fromHint}
                fault={faults[`${place}.validFrom`]}
                value={rate.validFrom}
                isReadOnly={!mayWrite}
                onChange={(validFrom) => {
                  change({ validFrom });
                }}
              />
              <RowField
                label={words.validTo}
                hint={words.toHint}
                fault={faults[`${place}.validTo`]}
                value={rate.validTo}
                isReadOnly={!mayWrite}
                onChange={(validTo) => {
                  change({ validTo });
                }}
              />
            </ColumnLayout>
            <Tiers
              rate={name}
              tiers={rate.tiers}
              place={place}
              faults={faults}
              mayWrite={mayWrite}
              onChange={(tiers, isMoved) => {
                change({ tiers }, isMoved);
              }}
            />
          </RowSection>
        );
      })}
      {mayWrite && (
        <Button
          iconName="add-plus"
          disabled={rates.length >= MOST}
          onClick={() => {
            const rate = newRate(rates);
            setAdded(rate.key);
            onChange({ rates: [...rates, rate] });
          }}
        >
          {words.add}
        </Button>
      )}
    </SpaceBetween>
  );
}

interface TierProperties {
  rate: string;
  tiers: readonly TierInputs[];
  place: string;
  faults: FieldFaults;
  mayWrite: boolean;
  onChange: (tiers: TierInputs[], isMoved: boolean) => void;
}

function Tiers({ rate, tiers, place, faults, mayWrite, onChange }: TierProperties) {
  const words = text.chargeback.card;
  return (
    <FormField
      stretch
      label={words.tiers}
      description={words.tiersHint}
      errorText={faults[`${place}.tiers`]}
      secondaryControl={
        mayWrite && (
          <Button
            iconName="add-plus"
            ariaLabel={`${words.addTier}: ${rate}`}
            disabled={tiers.length >= MOST_TIERS}
            onClick={() => {
              onChange([...tiers, newTier(tiers)], false);
            }}
          >
            {words.addTier}
          </Button>
        )
      }
    >
      <SpaceBetween size="xs">
        {tiers.map((tier, index) => {
          const tierPlace = `${place}.tiers[${index}]`;
          const isLast = index === tiers.length - 1;
          return (
            <ColumnLayout key={tier.key} columns={3}>
              {isLast ? (
                <FormField label={words.upTo}>
                  <Input value={tiers.length === 1 ? words.any : words.above} disabled />
                </FormField>
              ) : (
                <RowField
                  label={words.upTo}
                  fault={faults[`${tierPlace}.upTo`]}
                  value={tier.upTo}
                  isReadOnly={!mayWrite}
                  onChange={(upTo) => {
                    onChange(changed(tiers, tier.key, { upTo }), false);
                  }}
                />
              )}
              <RowField
                label={words.price}
                fault={faults[`${tierPlace}.price`]}
                value={tier.price}
                isReadOnly={!mayWrite}
                onChange={(price) => {
                  onChange(changed(tiers, tier.key, { price }), false);
                }}
              />
              {mayWrite && tiers.length > 1 && (
                <Box padding={{ top: "xl" }}>
                  <Button
                    ariaLabel={text.chargeback.rows.remove(words.tierOf(index + 1, rate))}
                    onClick={() => {
                      onChange(without(tiers, tier.key), true);
                    }}
                  >
                    {text.chargeback.rows.removed}
                  </Button>
                </Box>
              )}
            </ColumnLayout>
          );
        })}
      </SpaceBetween>
    </FormField>
  );
}
