package io.tarn.local.product;

import io.tarn.parts.Ports;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Where somebody else's part listens: hosts and ports only, so that it can be printed.
record Elsewhere(List<Place> places) {
  private static final Pattern PLACE =
      Pattern.compile("(\\[[0-9a-fA-F:.]+\\]|[A-Za-z0-9_.-]+)(?::([0-9]{1,5}))?");

  Elsewhere {
    places = List.copyOf(places);
  }

  /// Absent where the text is no list of `host:port`.
  static Optional<Elsewhere> of(String list, int usualPort) {
    var places = new ArrayList<Place>();
    for (var text : list.split(",", -1)) {
      var matched = PLACE.matcher(text.strip());
      if (!matched.matches()) {
        return Optional.empty();
      }
      var port = matched.group(2) == null ? usualPort : Integer.parseInt(matched.group(2));
      places.add(new Place(matched.group(1), port));
    }
    return Optional.of(new Elsewhere(places));
  }

  /// Whether one of the places accepts a connection.
  boolean answers() {
    return places.stream().anyMatch(place -> Ports.answers(place.host(), place.port()));
  }

  @Override
  public String toString() {
    return places.stream().map(Place::toString).collect(Collectors.joining(", "));
  }

  /// One host and port.
  record Place(String host, int port) {
    @Override
    public String toString() {
      return host + ":" + port;
    }
  }
}
