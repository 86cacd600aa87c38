package io.tarn.acceptance.reference;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;

/// Reads the keys of one file's `@ConfigMapping` interfaces, nested ones included.
final class SettingsReader extends TreePathScanner<Void, Void> {
  private final SourceTrees sources;
  private final Map<String, TreePath> interfaces = new TreeMap<>();
  private final List<Setting> settings = new ArrayList<>();

  private SettingsReader(SourceTrees sources) {
    this.sources = sources;
  }

  static List<Setting> read(SourceTrees sources, CompilationUnitTree unit) {
    var reader = new SettingsReader(sources);
    reader.scan(unit, null);
    reader.interfaces.values().forEach(reader::addWhereMapped);
    return reader.settings;
  }

  @Override
  public Void visitClass(ClassTree type, Void nothing) {
    interfaces.put(type.getSimpleName().toString(), getCurrentPath());
    return super.visitClass(type, null);
  }

  private void addWhereMapped(TreePath path) {
    var type = (ClassTree) path.getLeaf();
    argument(type.getModifiers(), "ConfigMapping").ifPresent(prefix -> addMethods(path, prefix));
  }

  private void addMethods(TreePath path, String prefix) {
    for (Tree member : ((ClassTree) path.getLeaf()).getMembers()) {
      if (member instanceof MethodTree method && !isCode(method)) {
        addMethod(new TreePath(path, method), method, prefix);
      }
    }
  }

  private static boolean isCode(MethodTree method) {
    var flags = method.getModifiers().getFlags();
    return flags.contains(Modifier.DEFAULT) || flags.contains(Modifier.STATIC);
  }

  private void addMethod(TreePath path, MethodTree method, String prefix) {
    var name =
        argument(method.getModifiers(), "WithName")
            .orElseGet(() -> hyphenated(method.getName().toString()));
    var type = String.valueOf(method.getReturnType());
    var nested = interfaces.get(inner(type));
    var key = prefix + "." + name + (type.startsWith("Map<") ? ".*" : "");
    if (nested != null) {
      addMethods(nested, key);
    } else {
      var meaning = Optional.ofNullable(sources.trees().getDocComment(path)).orElse("");
      settings.add(new Setting(key, type, argument(method.getModifiers(), "WithDefault"), meaning));
    }
  }

  /// `Optional<Limits>` and `Map<String, Limits>` hold `Limits`.
  private static String inner(String type) {
    return type.replaceAll("^(Optional<|Map<String, ?)", "").replaceAll(">$", "");
  }

  private static String hyphenated(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }

  /// The text in an annotation's first argument.
  private static Optional<String> argument(ModifiersTree modifiers, String annotation) {
    return modifiers.getAnnotations().stream()
        .filter(found -> found.getAnnotationType().toString().equals(annotation))
        .map(AnnotationTree::getArguments)
        .flatMap(List::stream)
        .map(
            argument ->
                argument instanceof AssignmentTree assignment
                    ? assignment.getExpression()
                    : argument)
        .filter(LiteralTree.class::isInstance)
        .map(literal -> String.valueOf(((LiteralTree) literal).getValue()))
        .findFirst();
  }
}
