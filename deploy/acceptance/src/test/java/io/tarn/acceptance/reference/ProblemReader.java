package io.tarn.acceptance.reference;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds where the sources make problem documents: a call with a status and the name of a type, one
/// after the other.
final class ProblemReader extends TreeScanner<Void, Void> {
  private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*");
  private static final int CONFLICT = 409;

  private final String module;
  private final List<KnownProblem> found = new ArrayList<>();

  private ProblemReader(String module) {
    this.module = module;
  }

  static List<KnownProblem> read(SourceTrees sources) {
    var reader = new ProblemReader(sources.module());
    reader.scan(sources.units(), null);
    return reader.found;
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
    add(call.getArguments());
    if (call.getMethodSelect().toString().equals("ProblemException.conflict")) {
      name(call.getArguments().getFirst())
          .ifPresent(name -> add(CONFLICT, name, call.getArguments(), 1));
    }
    return super.visitMethodInvocation(call, null);
  }

  @Override
  public Void visitNewClass(NewClassTree call, Void nothing) {
    add(call.getArguments());
    return super.visitNewClass(call, null);
  }

  private void add(List<? extends ExpressionTree> arguments) {
    for (int place = 0; place + 1 < arguments.size(); place++) {
      int next = place + 1;
      status(arguments.get(place))
          .ifPresent(
              status ->
                  name(arguments.get(next))
                      .ifPresent(name -> add(status, name, arguments, next + 1)));
    }
  }

  private void add(
      int status, String name, List<? extends ExpressionTree> arguments, int detailAt) {
    var detail =
        detailAt < arguments.size() ? text(arguments.get(detailAt)) : Optional.<String>empty();
    found.add(new KnownProblem(name, status, module, detail.orElse("")));
  }

  private static Optional<Integer> status(ExpressionTree tree) {
    return tree instanceof LiteralTree literal
            && literal.getValue() instanceof Integer number
            && number >= 400
            && number < 600
        ? Optional.of(number)
        : Optional.empty();
  }

  private static Optional<String> name(ExpressionTree tree) {
    return text(tree).filter(text -> NAME.matcher(text).matches());
  }

  /// A text, also when it is written as a sum of texts.
  private static Optional<String> text(ExpressionTree tree) {
    return switch (tree) {
      case LiteralTree literal when literal.getValue() instanceof String text -> Optional.of(text);
      case BinaryTree sum ->
          text(sum.getLeftOperand()).flatMap(left -> text(sum.getRightOperand()).map(left::concat));
      default -> Optional.empty();
    };
  }
}
