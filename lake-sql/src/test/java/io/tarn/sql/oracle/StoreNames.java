package io.tarn.sql.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Names of event data stores, which Trino's grammar has not; hence read without it.
final class StoreNames {
  private static final String UUID = "\\b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\b";
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<space>\\s+|--[^\\n]*|/\\*.*?\\*/)"
              + "|(?<text>'(?:[^']|'')*')"
              + "|(?<store>\\barn:[\\w:/-]+|"
              + UUID
              + "|\\$\\w+)"
              + "|(?<quoted>\"(?:[^\"]|\"\")*\")"
              + "|(?<placeholder><[\\w ]+>|\\{+[^{}]*\\}+)"
              + "|(?<word>\\w+)"
              + "|(?<other>.)",
          Pattern.DOTALL);
  private static final Pattern BARE_ID = Pattern.compile(UUID);
  private static final String PLACEHOLDER = "$EDS_ID";

  private StoreNames() {}

  static String unended(String statement) {
    var tokens = tokens(statement);
    for (int i = tokens.size() - 1; i >= 0; i--) {
      if (tokens.get(i).text().equals(";")) {
        tokens.remove(i);
      } else if (!tokens.get(i).kind().equals("space")) {
        break;
      }
    }
    return text(tokens);
  }

  static String replaced(String statement, Map<String, String> tables) {
    var replaced = new ArrayList<Token>();
    boolean isTable = false;
    for (var token : tokens(statement)) {
      replaced.add(
          table(token, isTable, tables).map(table -> new Token("store", table)).orElse(token));
      if (!token.kind().equals("space")) {
        isTable = token.text().toLowerCase(Locale.ROOT).matches("from|join");
      }
    }
    return text(replaced);
  }

  private static Optional<String> table(Token token, boolean isTable, Map<String, String> tables) {
    return switch (token.kind()) {
      case "store" -> store(token.text(), tables);
      case "quoted" -> {
        var name = token.text().substring(1, token.text().length() - 1);
        yield isTable || BARE_ID.matcher(name).matches() ? store(name, tables) : Optional.empty();
      }
      case "word" -> isTable ? Optional.ofNullable(tables.get(token.text())) : Optional.empty();
      case "placeholder" ->
          isTable ? Optional.ofNullable(tables.get(PLACEHOLDER)) : Optional.empty();
      default -> Optional.empty();
    };
  }

  /// By the name as it is, else by the id at the end of an ARN.
  private static Optional<String> store(String name, Map<String, String> tables) {
    var id = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return Optional.ofNullable(tables.get(name)).or(() -> Optional.ofNullable(tables.get(id)));
  }

  private static List<Token> tokens(String statement) {
    var tokens = new ArrayList<Token>();
    var matcher = TOKEN.matcher(statement);
    while (matcher.find()) {
      var kind =
          List.of("space", "text", "store", "quoted", "placeholder", "word", "other").stream()
              .filter(name -> matcher.group(name) != null)
              .findFirst()
              .orElseThrow();
      tokens.add(new Token(kind, matcher.group()));
    }
    return tokens;
  }

  private static String text(List<Token> tokens) {
    return String.join("", tokens.stream().map(Token::text).toList());
  }

  private record Token(String kind, String text) {}
}
