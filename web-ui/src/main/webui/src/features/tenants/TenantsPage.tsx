import AppLayout from "@cloudscape-design/components/app-layout";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import TextFilter from "@cloudscape-design/components/text-filter";
import { Navigate, useNavigate, useSearchParams } from "react-router";
import { useMe } from "../../api/session";
import type { TenantMembership } from "../../api/types";
import { toEditor } from "../../app/links";
import { EmptyState } from "../../components/EmptyState";
import { text } from "../../i18n/en";
import { matching } from "./matching";

/** The tenants of the user. A user with a single tenant is redirected to it. */
export function TenantsPage() {
  const me = useMe();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const wanted = search.get("find") ?? "";
  const tenants = me.data?.tenants ?? [];
  const only = tenants.length === 1 ? tenants[0] : undefined;
  if (only) {
    return <Navigate to={toEditor(only.slug)} replace />;
  }
  const find = (words: string) => {
    setSearch(words === "" ? {} : { find: words }, { replace: true });
  };
  const columns: TableProps.ColumnDefinition<TenantMembership>[] = [
    {
      id: "name",
      header: text.tenants.name,
      isRowHeader: true,
      cell: (tenant) => (
        <Link
          href={toEditor(tenant.slug)}
          onFollow={(event) => {
            event.preventDefault();
            void navigate(toEditor(tenant.slug));
          }}
        >
          {tenant.name}
        </Link>
      ),
    },
    { id: "slug", header: text.tenants.slug, cell: (tenant) => tenant.slug },
    { id: "role", header: text.tenants.role, cell: (tenant) => text.roles[tenant.role] },
  ];
  return (
    <AppLayout
      headerSelector="#header"
      navigationHide
      toolsHide
      content={
        <Table
          variant="full-page"
          columnDefinitions={columns}
          items={matching(tenants, wanted)}
          trackBy="id"
          header={
            <Header variant="h1" counter={`(${tenants.length})`} description={text.tenants.lead}>
              {text.tenants.title}
            </Header>
          }
          filter={
            <TextFilter
              filteringText={wanted}
              filteringPlaceholder={text.tenants.find}
              filteringAriaLabel={text.tenants.find}
              onChange={({ detail }) => {
                find(detail.filteringText);
              }}
            />
          }
          empty={
            wanted === "" ? (
              <EmptyState title={text.tenants.none}>{text.tenants.noneDetail}</EmptyState>
            ) : (
              <EmptyState title={text.tenants.nothingFound}>
                <Box padding={{ bottom: "s" }}>{text.tenants.nothingFoundDetail}</Box>
                <Button
                  onClick={() => {
                    find("");
                  }}
                >
                  {text.tenants.clear}
                </Button>
              </EmptyState>
            )
          }
        />
      }
    />
  );
}
