import { useNavigate } from "react-router";

interface Followed {
  preventDefault: () => void;
  detail: { href?: string | undefined };
}

/** Follows links of Cloudscape components by the router, without loading the console again. */
export function useFollow(): (event: Followed) => void {
  const navigate = useNavigate();
  return (event) => {
    if (event.detail.href !== undefined) {
      event.preventDefault();
      void navigate(event.detail.href);
    }
  };
}
