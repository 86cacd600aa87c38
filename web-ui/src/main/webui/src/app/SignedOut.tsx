import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useLocation } from "react-router";
import { toSignIn } from "../api/session";
import { text } from "../i18n/en";

/** Sign-in page for a missing or expired session; after sign-in the browser returns to the current page. */
export function SignedOut({ ended }: { ended: boolean }) {
  const { pathname, search } = useLocation();
  const failed = new URLSearchParams(search).get("sign-in") === "failed";
  const returnTo = failed ? "/" : pathname + search;
  return (
    <main className="sign-in">
      <Container header={<Header variant="h1">{text.product}</Header>}>
        <SpaceBetween size="l">
          {ended && <Alert type="info">{text.signIn.ended}</Alert>}
          {failed && <Alert type="error">{text.signIn.failed}</Alert>}
          <Box>
            <Box variant="h2">{text.signIn.title}</Box>
            <Box color="text-body-secondary">{text.signIn.lead}</Box>
          </Box>
          <Button variant="primary" href={toSignIn(returnTo, ended)} fullWidth>
            {text.signIn.action}
          </Button>
        </SpaceBetween>
      </Container>
    </main>
  );
}
