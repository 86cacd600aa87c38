package io.tarn.sql.parse;

import io.tarn.sql.SourceLocation;
import io.tarn.sql.StatementException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Replaces what Lake accepts and Trino's grammar does not: event data stores named by a bare UUID
/// or ARN or by `$EDS_ID`, parameters, and the semicolon at the end. Literals, quoted names and
/// comments stay.
///
/// ```
/// SELECT x FROM 37382170-182d-42ed-9df9-5aaf0b4b9511 WHERE y = {{name}};
/// SELECT x FROM _eds0_______________________________ WHERE y = ?
/// ```
final class TokenPass {
  private static final String UUID =
      "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";

  /// The ways to name an event data store that are no identifiers.
  static final String BARE_STORE =
      "(?:(?:arn:[\\w-]+:cloudtrail:[\\w-]*:\\w*:eventdatastore/)?" + UUID + "|\\$(?i:EDS_ID))";

  /// A literal with a doubled quote reads as two literals side by side, which does no harm here and
  /// needs no repeated group: those are matched recursively, and a literal can be long.
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<kept>'[^']*+'|\"[^\"]*+\"|`[^`]*+`|--[^\r\n]*+|(?s:/\\*.*?\\*/))"
              + "|(?<![\\w$-])(?<store>"
              + BARE_STORE
              + ")(?![\\w$-])"
              + "|(?<placeholder>\\{\\{(?:[^{}]*+\\}\\})?+|\\?)"
              + "|(?<semicolon>;)"
              + "|(?<word>[\\p{L}\\p{N}_]+)"
              + "|(?<space>\\s+)"
              + "|(?<other>(?s:.))");

  /// How deep parentheses may be nested.
  static final int MAX_PARENTHESES = 50;

  private final String written;
  private final Faults faults;
  private final StringBuilder readable;
  private final Map<String, String> standIns = new HashMap<>();
  private final List<Placeholder> placeholders = new ArrayList<>();
  private int firstSemicolon = -1;
  private int openParentheses;

  private TokenPass(String written, Faults faults) {
    this.written = written;
    this.faults = faults;
    this.readable = new StringBuilder(written);
  }

  static StatementText read(String written, Faults faults) {
    return new TokenPass(written, faults).read();
  }

  private StatementText read() {
    Matcher tokens = TOKEN.matcher(written);
    while (tokens.find()) {
      if (tokens.start("store") >= 0) {
        replaceStore(tokens.start(), tokens.group());
      } else if (tokens.start("placeholder") >= 0) {
        replacePlaceholder(tokens.start(), tokens.group());
      } else if (tokens.start("kept") >= 0) {
        refuseQuotedPlaceholder(tokens.start(), tokens.group());
      } else if (tokens.start("other") >= 0) {
        replacePasted(tokens.start());
        refuseUnended(tokens.start(), tokens.group());
        countParentheses(tokens.start(), tokens.group());
      }
      if (tokens.start("semicolon") >= 0) {
        firstSemicolon = firstSemicolon < 0 ? tokens.start() : firstSemicolon;
        readable.setCharAt(tokens.start(), ' ');
      } else if (firstSemicolon >= 0 && tokens.start("space") < 0 && !isComment(tokens.group())) {
        throw new StatementException.Unsupported(
            at(firstSemicolon), "several statements", "one statement is run at a time");
      }
    }
    return new StatementText(written, readable.toString(), standIns, placeholders);
  }

  private void replacePlaceholder(int start, String token) {
    if (token.equals("?")) {
      placeholders.add(Placeholder.OF_PREPARED_STATEMENT);
      return;
    }
    var placeholder = Placeholder.of(token);
    if (placeholder.isEmpty()) {
      throw new StatementException.Syntax(at(start), "{{ begins a parameter, which has a name")
          .withHint("write {{name}}, of letters, digits and _");
    }
    placeholders.add(placeholder.get());
    var standIn = "?" + token.substring(1).replaceAll("[^\r\n]", " ");
    readable.replace(start, start + token.length(), standIn);
  }

  private void refuseQuotedPlaceholder(int start, String token) {
    if (!isComment(token) && Placeholder.isIn(token)) {
      faults.report(
          new StatementException.Misplaced(at(start), "parameter", "a parameter in quotes")
              .withHint("write {{name}} without quotes: it stands for the whole value"));
    }
  }

  private void replaceStore(int start, String name) {
    var standIn = standInOf(name.length());
    standIns.put(standIn, name);
    readable.replace(start, start + name.length(), standIn);
  }

  /// A name that nothing in the statement has, of this length: `_e0____`.
  private String standInOf(int length) {
    for (int number = standIns.size(); ; number++) {
      var start = "_e" + Integer.toString(number, Character.MAX_RADIX);
      var name = start + "_".repeat(length - start.length());
      if (!standIns.containsKey(name) && !written.toLowerCase(Locale.ROOT).contains(name)) {
        return name;
      }
    }
  }

  /// Where all faults are gathered, reading goes on with what was meant.
  private void replacePasted(int start) {
    PastedCharacters.at(written, start)
        .ifPresent(
            pasted -> {
              faults.report(pasted(start, pasted));
              readable.setCharAt(start, pasted.meant());
            });
  }

  private StatementException pasted(int start, PastedCharacters.Pasted pasted) {
    return new StatementException.Syntax(
            at(start), "%s, %s".formatted(written.charAt(start), pasted.kind()))
        .withHint(pasted.advice());
  }

  private void refuseUnended(int start, String character) {
    if ("'\"`".contains(character)) {
      refusePastedQuote();
      throw new StatementException.Syntax(
          at(start), "the text that begins here with " + character + " has no end");
    }
    if (written.startsWith("/*", start)) {
      throw new StatementException.Syntax(at(start), "the comment that begins here has no end");
    }
  }

  /// A text that begins with one kind of quote and ends with another seems to have no end.
  private void refusePastedQuote() {
    var quote = PastedCharacters.firstQuote(written);
    if (quote.isPresent()) {
      var start = quote.getAsInt();
      throw pasted(start, PastedCharacters.at(written, start).orElseThrow());
    }
  }

  /// The time that the parser takes grows fast with the depth of parentheses.
  private void countParentheses(int start, String character) {
    openParentheses += character.equals("(") ? 1 : character.equals(")") ? -1 : 0;
    if (openParentheses > MAX_PARENTHESES) {
      throw new StatementException.TooLarge(
          at(start), "parentheses are nested more than " + MAX_PARENTHESES + " deep");
    }
  }

  private static boolean isComment(String token) {
    return token.startsWith("--") || token.startsWith("/*");
  }

  private SourceLocation at(int offset) {
    return StatementText.of(written).locationOf(offset);
  }
}
