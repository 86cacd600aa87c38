import Badge from "@cloudscape-design/components/badge";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import TextFilter from "@cloudscape-design/components/text-filter";
import Toggle from "@cloudscape-design/components/toggle";
import { useEffect, useState } from "react";
import { NavigationType, useLocation, useNavigation, useNavigationType, useSearchParams } from "react-router";
import { useCategories, useFavourite, useQueries, type CatalogueSearch } from "../../api/catalogue";
import { toProblem } from "../../api/client";
import type { QueryPlace, QuerySummary, TenantMembership } from "../../api/types";
import { toQueries, toQuery } from "../../app/links";
import { OfTenant, TenantPage } from "../../app/TenantPage";
import { EmptyState } from "../../components/EmptyState";
import { moment } from "../../components/format";
import { LoadFailed } from "../../components/LoadFailed";
import { RouteLink } from "../../components/RouteLink";
import { text } from "../../i18n/en";

const ALL = "";

/** Milliseconds without typing after which is searched. */
const PAUSE = 200;

/** The samples and saved queries that the user sees in a tenant. */
export function CataloguePage() {
  return (
    <OfTenant>
      {(tenant) => (
        <TenantPage
          tenant={tenant}
          title={text.catalogue.title}
          active={toQueries(tenant.slug)}
          contentType="table"
          content={<QueryTable key={tenant.id} tenant={tenant} />}
        />
      )}
    </OfTenant>
  );
}

function QueryTable({ tenant }: { tenant: TenantMembership }) {
  const [address, setAddress] = useSearchParams();
  const search = searchOf(address);
  const [words, setWords] = useWords();
  const found = useQueries(tenant.id, search);
  const favourite = useFavourite(tenant.id);
  const look = (change: Partial<CatalogueSearch>) => {
    setAddress(addressOf({ ...search, words, ...change }), { replace: true });
  };
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <SpaceBetween size="m">
      <Table
        variant="full-page"
        columnDefinitions={columnsOf(tenant.slug, (query) => {
          favourite.mutate({ id: query.id, favourite: !query.favourite });
        })}
        items={items}
        trackBy="id"
        loading={found.isPending}
        loadingText={text.catalogue.loading}
        ariaLabels={{ tableLabel: text.catalogue.title }}
        wrapLines
        header={
          <Header variant="h1" description={`${text.catalogue.lead} ${tenant.name}`}>
            {text.catalogue.title}
          </Header>
        }
        filter={<Filter tenant={tenant} search={{ ...search, words }} onWords={setWords} onLook={look} />}
        empty={
          found.isError ? (
            <LoadFailed problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
          ) : (
            <EmptyState title={text.catalogue.nothingFound}>{text.catalogue.nothingFoundDetail}</EmptyState>
          )
        }
      />
      {found.hasNextPage && (
        <Box textAlign="center">
          <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {text.catalogue.more}
          </Button>
        </Box>
      )}
    </SpaceBetween>
  );
}

/**
 * The words of the search field. The address has them a moment later: it changes too slowly for somebody who types,
 * and each change of it asks the service.
 */
function useWords(): [string, (words: string) => void] {
  const [address, setAddress] = useSearchParams();
  const { key } = useLocation();
  const isLeaving = useNavigation().state !== "idle";
  const isOfOthers = useNavigationType() !== NavigationType.Replace;
  const found = searchOf(address).words;
  const [typed, setTyped] = useState({ words: found, key });
  if (isOfOthers && typed.key !== key) {
    setTyped({ words: found, key });
  }
  const { words } = typed;
  useEffect(() => {
    if (words === found || isLeaving) {
      return undefined;
    }
    const pause = setTimeout(() => {
      setAddress((before) => addressOf({ ...searchOf(before), words }), { replace: true });
    }, PAUSE);
    return () => {
      clearTimeout(pause);
    };
  }, [words, found, isLeaving, setAddress]);
  return [
    words,
    (changed) => {
      setTyped({ words: changed, key });
    },
  ];
}

interface FilterProperties {
  tenant: TenantMembership;
  search: CatalogueSearch;
  onWords: (words: string) => void;
  onLook: (change: Partial<CatalogueSearch>) => void;
}

function Filter({ tenant, search, onWords, onLook }: FilterProperties) {
  const categories = useCategories(tenant.id).data ?? [];
  const places = [
    { value: ALL, label: text.catalogue.anyPlace },
    ...Object.entries(text.catalogue.places).map(([value, label]) => ({ value, label })),
  ];
  const kinds = [
    { value: ALL, label: text.catalogue.anyCategory },
    ...categories.map(({ name, count }) => ({ value: name, label: `${name} (${String(count)})` })),
  ];
  return (
    <SpaceBetween direction="horizontal" size="m" alignItems="center">
      <TextFilter
        filteringText={search.words}
        filteringPlaceholder={text.catalogue.find}
        filteringAriaLabel={text.catalogue.find}
        filteringClearAriaLabel={text.catalogue.clear}
        onChange={({ detail }) => {
          onWords(detail.filteringText);
        }}
      />
      <Select
        ariaLabel={text.catalogue.place}
        options={places}
        selectedOption={places.find(({ value }) => value === (search.place ?? ALL)) ?? null}
        onChange={({ detail }) => {
          onLook({ place: placeOf(detail.selectedOption.value) });
        }}
      />
      <Select
        ariaLabel={text.catalogue.category}
        options={kinds}
        selectedOption={kinds.find(({ value }) => value === (search.category ?? ALL)) ?? null}
        onChange={({ detail }) => {
          onLook({ category: detail.selectedOption.value === ALL ? undefined : detail.selectedOption.value });
        }}
      />
      <Toggle
        checked={search.favouritesOnly}
        onChange={({ detail }) => {
          onLook({ favouritesOnly: detail.checked });
        }}
      >
        {text.catalogue.favourites}
      </Toggle>
    </SpaceBetween>
  );
}

function placeOf(value: string | null | undefined): QueryPlace | undefined {
  return value === "library" || value === "operator" || value === "tenant" ? value : undefined;
}

function searchOf(address: URLSearchParams): CatalogueSearch {
  return {
    words: address.get("find") ?? "",
    place: placeOf(address.get("place")),
    category: address.get("category") ?? undefined,
    favouritesOnly: address.has("favourites"),
  };
}

function addressOf({ words, place, category, favouritesOnly }: CatalogueSearch): Record<string, string> {
  return {
    ...(words === "" ? {} : { find: words }),
    ...(place ? { place } : {}),
    ...(category ? { category } : {}),
    ...(favouritesOnly ? { favourites: "" } : {}),
  };
}

function columnsOf(
  tenant: string,
  onFavourite: (query: QuerySummary) => void,
): TableProps.ColumnDefinition<QuerySummary>[] {
  return [
    {
      id: "favourite",
      header: <span aria-label={text.catalogue.favourite}>★</span>,
      width: 60,
      cell: (query) => (
        <Button
          variant="inline-icon"
          iconName={query.favourite ? "star-filled" : "star"}
          ariaLabel={`${query.favourite ? text.catalogue.unmark : text.catalogue.mark}: ${query.title}`}
          onClick={() => {
            onFavourite(query);
          }}
        />
      ),
    },
    {
      id: "title",
      header: text.catalogue.query,
      isRowHeader: true,
      minWidth: 320,
      cell: (query) => (
        <>
          <RouteLink href={toQuery(tenant, query.id)}>{query.title}</RouteLink>
          {query.summary !== undefined && (
            <Box variant="small" color="text-body-secondary" display="block">
              {query.summary}
            </Box>
          )}
        </>
      ),
    },
    {
      id: "category",
      header: text.catalogue.category,
      minWidth: 130,
      cell: (query) => <Badge>{query.category}</Badge>,
    },
    {
      id: "place",
      header: text.catalogue.place,
      minWidth: 130,
      cell: (query) =>
        query.place === "tenant" && !query.shared
          ? text.catalogue.privateOf(query.owner?.name ?? "")
          : text.catalogue.places[query.place],
    },
    {
      id: "run",
      header: text.catalogue.lastRun,
      minWidth: 130,
      cell: (query) => (query.lastRunAt === undefined ? "–" : moment(query.lastRunAt)),
    },
  ];
}
