package io.tarn.service.request;

import io.tarn.service.problem.ProblemException;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Refuses parameters of paths and queries that hold the character U+0000, before anything is
/// recorded or done. (Headers cannot hold it: HTTP ends there.)
public class ParameterFilter {
  // Before the gate, which stores the parameters in its record.
  private static final int EARLY = 1000;

  @ServerRequestFilter(priority = EARLY)
  public void check(UriInfo address) {
    check(address.getPathParameters());
    check(address.getQueryParameters());
  }

  private static void check(MultivaluedMap<String, String> parameters) {
    parameters.forEach(
        (name, values) ->
            values.stream()
                .flatMap(value -> Storable.faultOf(value).stream())
                .findAny()
                .ifPresent(
                    fault -> {
                      throw ProblemException.invalid(name.replace('\0', '?'), fault);
                    }));
  }
}
