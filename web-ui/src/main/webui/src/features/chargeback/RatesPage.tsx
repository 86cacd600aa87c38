import { toRates } from "../../app/links";
import { OfTenant, TenantPage } from "../../app/TenantPage";
import { text } from "../../i18n/en";
import { DocumentEditor } from "./DocumentEditor";
import { RateFields } from "./RateFields";
import * as rateForm from "./rateForm";

/** What a tenant's usage costs. */
export function RatesPage() {
  return (
    <OfTenant>
      {(tenant) => (
        <TenantPage
          tenant={tenant}
          title={text.chargeback.rates}
          active={toRates(tenant.slug)}
          content={
            <DocumentEditor
              key={tenant.id}
              tenant={tenant}
              name="rates"
              title={text.chargeback.rates}
              lead={text.chargeback.ratesLead}
              form={rateForm}
              fields={(part) => <RateFields tenant={tenant.id} {...part} />}
            />
          }
        />
      )}
    </OfTenant>
  );
}
