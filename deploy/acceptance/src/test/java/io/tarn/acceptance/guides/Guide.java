package io.tarn.acceptance.guides;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A page whose `sh` blocks are run in order. A `csv` or `text` block is the expected output of the
/// `sh` block before it.
record Guide(String name, List<Step> steps) {
  private static final Pattern FENCED =
      Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Set<String> EXPECTATIONS = Set.of("csv", "text");

  Guide {
    steps = List.copyOf(steps);
  }

  /// One block of commands.
  record Step(String script, Optional<String> expected) {}

  static Guide read(Path page) {
    return of(page.getFileName().toString(), text(page));
  }

  /// Only the section with this heading.
  static Guide section(Path page, String heading) {
    var sections = text(page).split("(?m)^## ");
    return Stream.of(sections)
        .filter(section -> section.startsWith(heading + "\n"))
        .findFirst()
        .map(section -> of(page.getFileName() + ", " + heading, section))
        .orElseThrow(() -> new AssertionError(page + " has no section " + heading));
  }

  private static String text(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static Guide of(String name, String text) {
    List<Step> steps = new ArrayList<>();
    var blocks = FENCED.matcher(text);
    while (blocks.find()) {
      if (blocks.group(1).equals("sh")) {
        steps.add(new Step(blocks.group(2), Optional.empty()));
      } else if (EXPECTATIONS.contains(blocks.group(1)) && !steps.isEmpty()) {
        steps.add(new Step(steps.removeLast().script(), Optional.of(blocks.group(2))));
      }
    }
    return new Guide(name, steps);
  }

  /// Whether the page needs a folder of real trail files.
  boolean needsTrails() {
    return steps.stream().anyMatch(step -> step.script().contains("$TRAILS"));
  }

  @Override
  public String toString() {
    return name;
  }
}
