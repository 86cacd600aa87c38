import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Select from "@cloudscape-design/components/select";
import Table from "@cloudscape-design/components/table";
import Textarea from "@cloudscape-design/components/textarea";
import { useState } from "react";
import { useCredit, type Statement } from "../../api/chargeback";
import { toProblem } from "../../api/client";
import { may } from "../../api/session";
import type { TenantMembership } from "../../api/types";
import { ConfirmDialog } from "../../components/ConfirmDialog";
import { EmptyState } from "../../components/EmptyState";
import { moment } from "../../components/format";
import { text } from "../../i18n/en";
import { refusalsOf } from "../schedules/draft";
import { creditOf, EMPTY, faultOfAmount } from "./creditForm";
import { RowField } from "./RowSection";

interface Properties {
  tenant: TenantMembership;
  statement: Statement;
}

/** What was given back of a closed month. */
export function Credits({ tenant, statement }: Properties) {
  const [isGiving, setGiving] = useState(false);
  return (
    <>
      <Table
        columnDefinitions={[
          { id: "costCentre", header: text.chargeback.costCentre, isRowHeader: true, cell: (one) => one.costCentre },
          { id: "amount", header: text.chargeback.amount, cell: ({ amount }) => amount },
          { id: "reason", header: text.chargeback.reason, cell: ({ reason }) => reason },
          { id: "createdBy", header: text.chargeback.createdBy, cell: ({ createdBy }) => createdBy },
          { id: "createdAt", header: text.chargeback.createdAt, cell: ({ createdAt }) => moment(createdAt) },
        ]}
        items={statement.credits}
        trackBy="id"
        wrapLines
        ariaLabels={{ tableLabel: text.chargeback.credits }}
        header={
          <Header
            variant="h2"
            actions={
              may(tenant, "chargeback:close") && (
                <Button
                  disabled={statement.costCentres.length === 0}
                  onClick={() => {
                    setGiving(true);
                  }}
                >
                  {text.chargeback.credit.create}
                </Button>
              )
            }
          >
            {text.chargeback.credits}
          </Header>
        }
        empty={<EmptyState title={text.chargeback.credit.none}>{text.chargeback.credit.noneDetail}</EmptyState>}
      />
      {isGiving && (
        <CreditDialog
          tenant={tenant}
          statement={statement}
          onEnd={() => {
            setGiving(false);
          }}
        />
      )}
    </>
  );
}

function CreditDialog({ tenant, statement, onEnd }: Properties & { onEnd: () => void }) {
  const words = text.chargeback.credit;
  const credit = useCredit(tenant.id, statement.month);
  const [inputs, setInputs] = useState(EMPTY);
  const request = creditOf(inputs);
  const refusals = refusalsOf(credit.error ? toProblem(credit.error).violations : undefined);
  const options = statement.costCentres.map(({ name, due }) => ({
    value: name,
    label: name,
    description: words.left(`${due} ${statement.currency}`),
  }));
  return (
    <ConfirmDialog
      title={words.title(statement.month)}
      confirm={words.create}
      cancel={text.chargeback.cancel}
      isPending={credit.isPending}
      isDisabled={request === undefined}
      failure={Object.keys(refusals).length > 0 ? null : credit.error}
      onDismiss={onEnd}
      onConfirm={() => {
        if (request !== undefined) {
          credit.mutate(request, { onSuccess: onEnd });
        }
      }}
    >
      <div>{words.lead}</div>
      <FormField label={text.chargeback.costCentre} errorText={refusals.costCentre}>
        <Select
          options={options}
          selectedOption={options.find(({ value }) => value === inputs.costCentre) ?? null}
          placeholder={words.choose}
          onChange={({ detail }) => {
            setInputs({ ...inputs, costCentre: detail.selectedOption.value ?? "" });
          }}
        />
      </FormField>
      <RowField
        label={words.amount(statement.currency)}
        fault={faultOfAmount(inputs) ?? refusals.amount}
        value={inputs.amount}
        isReadOnly={false}
        onChange={(amount) => {
          setInputs({ ...inputs, amount });
        }}
      />
      <FormField label={text.chargeback.reason} errorText={refusals.reason}>
        <Textarea
          value={inputs.reason}
          rows={3}
          onChange={({ detail }) => {
            setInputs({ ...inputs, reason: detail.value });
          }}
        />
      </FormField>
    </ConfirmDialog>
  );
}
