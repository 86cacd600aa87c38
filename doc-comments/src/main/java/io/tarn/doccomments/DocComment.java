package io.tarn.doccomments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a doc comment says, as plain Markdown: its text and that of each `@param`. Paragraphs stay
/// apart; drawings in fences, other tags and the brackets of links are left out.
///
/// @param text empty where there is none
/// @param parameters the text of each `@param` by its name
record DocComment(String text, Map<String, String> parameters) {
  private static final Pattern LINK = Pattern.compile("\\[(?:[\\w.]*[#.])?([A-Za-z]\\w*)]");
  private static final Pattern LINE_END = Pattern.compile("(?<!\n)\n(?!\n)");
  private static final Pattern TAG = Pattern.compile("@(\\w+)(?:\\s+(\\w+))?\\s*(.*)");

  DocComment {
    parameters = Map.copyOf(parameters);
  }

  static DocComment of(@Nullable String comment) {
    var reader = new Reader();
    if (comment != null) {
      comment.lines().map(String::strip).forEach(reader::read);
    }
    return reader.read();
  }

  /// What is said of a parameter; empty where it is nothing.
  String parameter(String name) {
    return parameters.getOrDefault(name, "");
  }

  private static final class Reader {
    private final List<String> text = new ArrayList<>();
    private final Map<String, List<String>> parameters = new LinkedHashMap<>();
    private List<String> current = text;
    private boolean isInFence;

    void read(String line) {
      if (line.startsWith("```")) {
        isInFence = !isInFence;
      } else if (!isInFence) {
        var tag = TAG.matcher(line);
        if (tag.matches()) {
          begin(tag.group(1), tag.group(2), tag.group(3));
        } else {
          current.add(line);
        }
      }
    }

    private void begin(String tag, @Nullable String name, String rest) {
      current = new ArrayList<>();
      if (tag.equals("param") && name != null) {
        current.add(rest);
        parameters.put(name, current);
      }
    }

    DocComment read() {
      var byName = new LinkedHashMap<String, String>();
      parameters.forEach((name, lines) -> byName.put(name, joined(lines)));
      return new DocComment(joined(text), byName);
    }

    /// Lines of a paragraph with blanks between, paragraphs with an empty line.
    private static String joined(List<String> lines) {
      var text = String.join("\n", lines).strip();
      var folded = LINE_END.matcher(text).replaceAll(" ").replaceAll("\n{2,}", "\n\n");
      return LINK.matcher(folded).replaceAll("$1");
    }
  }
}
