import TopNavigation, { type TopNavigationProps } from "@cloudscape-design/components/top-navigation";
import Box from "@cloudscape-design/components/box";
import Spinner from "@cloudscape-design/components/spinner";
import { useEffect, useState } from "react";
import { Outlet, useNavigate, useParams } from "react-router";
import { toProblem } from "../api/client";
import { signOut, useMe } from "../api/session";
import type { Me, TenantMembership } from "../api/types";
import { LoadFailed } from "../components/LoadFailed";
import { text } from "../i18n/en";
import { toCuration, toEditor, toTenants } from "./links";
import { SignedOut } from "./SignedOut";
import { colourOf, dressTab } from "./tenantColour";

/** Frame of every page: the header with tenant and user, or the sign-in page without a session. */
export function Shell() {
  const me = useMe();
  if (me.isPending) {
    return (
      <Box textAlign="center" padding="xxxl">
        <Spinner size="large" />
      </Box>
    );
  }
  if (me.isError) {
    const problem = toProblem(me.error);
    return problem.status === 401 ? (
      <SignedOut ended={problem.type === "/problems/session-ended"} />
    ) : (
      <Box padding="xxxl">
        <LoadFailed
          problem={problem}
          onRetry={() => {
            void me.refetch();
          }}
        />
      </Box>
    );
  }
  return <SignedIn me={me.data} />;
}

function SignedIn({ me }: { me: Me }) {
  const slug = useParams().tenant;
  const tenant = me.tenants.find((each) => each.slug === slug || each.id === slug);
  const navigation = useState(() => window.matchMedia("(min-width: 1000px)").matches);
  useEffect(() => {
    if (!tenant) {
      dressTab();
    }
  }, [tenant]);
  return (
    <>
      <Head me={me} tenant={tenant} />
      <Outlet context={navigation} />
    </>
  );
}

function Head({ me, tenant }: { me: Me; tenant: TenantMembership | undefined }) {
  const navigate = useNavigate();
  const go = (to: string) => {
    void navigate(to);
  };
  const utilities: TopNavigationProps.Utility[] = [
    {
      type: "menu-dropdown",
      iconName: "group",
      text: tenant?.name ?? text.tenants.switch,
      ariaLabel: tenant ? `${tenant.name}: ${text.tenants.switch}` : text.tenants.switch,
      items: [
        ...me.tenants.map((each) => ({ id: toEditor(each.slug), text: each.name, disabled: each.id === tenant?.id })),
        { id: toTenants(), text: text.tenants.all },
        ...(me.platformRole ? [{ id: toCuration(), text: text.curation.title }] : []),
      ],
      onItemClick: ({ detail }) => {
        go(detail.id);
      },
    },
    {
      type: "menu-dropdown",
      iconName: "user-profile",
      text: me.actor.name,
      ...(tenant ? { description: text.roles[tenant.role] } : {}),
      items: [{ id: "sign-out", text: text.signIn.out }],
      onItemClick: () => {
        void signOut();
      },
    },
  ];
  return (
    <div id="header">
      <TopNavigation
        identity={{
          href: toTenants(),
          logo: { src: "/wordmark.svg", alt: text.product },
          onFollow: (event) => {
            event.preventDefault();
            go(toTenants());
          },
        }}
        utilities={utilities}
      />
      <div className="tenant-band" style={{ backgroundColor: tenant ? colourOf(tenant.id) : "transparent" }} />
    </div>
  );
}
