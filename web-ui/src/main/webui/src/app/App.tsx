import { QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createBrowserRouter, RouterProvider } from "react-router";
import { ProblemError } from "../api/client";
import { ME_KEY } from "../api/session";
import { routes } from "./routes";

const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (failure, query) => {
      if (isSignedOut(failure) && query.queryKey[0] !== ME_KEY[0]) {
        void queries.resetQueries({ queryKey: ME_KEY });
      }
    },
  }),
  defaultOptions: {
    queries: {
      retry: (attempts, failure) => attempts < 2 && mayPass(failure),
      refetchOnWindowFocus: false,
    },
    mutations: {
      onError: (failure) => {
        if (isSignedOut(failure)) {
          void queries.resetQueries({ queryKey: ME_KEY });
        }
      },
    },
  },
});

const router = createBrowserRouter(routes);

function isSignedOut(failure: unknown): boolean {
  return failure instanceof ProblemError && failure.problem.status === 401;
}

function mayPass(failure: unknown): boolean {
  return failure instanceof ProblemError && [0, 502, 503, 504].includes(failure.problem.status);
}

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}
