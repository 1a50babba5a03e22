package thalweg.stan.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A program in its canonical form: two spaces a level, one statement a line, and no syntax that Stan has removed.
public final class Format {
    private final StanText program;
    private final FormatExpr exprs;
    private final StringBuilder out = new StringBuilder();
    private final Deque<StanText.Comment> comments;
    private int level;

    private Format(StanText program) {
        this.program = program;
        this.exprs = new FormatExpr(renamed(program));
        this.comments = new ArrayDeque<>(program.comments());
    }

    /// The canonical text.
    public static String of(StanText program) {
        return new Format(program).all();
    }

    /// New names of functions `x_log` that sampling statements use as densities.
    private static Map<String, String> renamed(StanText program) {
        Map<String, String> names = new HashMap<>();
        for (StanText.Function function : program.functions()) {
            String name = function.name().name();
            if (name.endsWith("_log") && !function.arguments().isEmpty()) {
                String base = name.substring(0, name.length() - 4);
                if (program.source().matches("(?s).*~\\s*" + base + "\\s*\\(.*")) {
                    boolean whole = function.arguments().get(0).type().base().equals("int");
                    names.put(name, base + (whole ? "_lpmf" : "_lpdf"));
                }
            }
        }
        return names;
    }

    private String all() {
        if (!program.functions().isEmpty()) {
            open("functions");
            program.functions().forEach(this::function);
            close();
        }
        program.sections().forEach((part, section) -> {
            before(section.at());
            open(part.toString());
            section.statements().forEach(this::statement);
            int end = section.statements().isEmpty() ? section.at().end() : 0;
            flushTo(Math.max(end, sectionEnd(part)));
            close();
        });
        flushTo(Integer.MAX_VALUE);
        return out.toString();
    }

    /// Where the next block begins; comments before it that stand in this one are printed in it.
    private int sectionEnd(StanText.Part part) {
        boolean found = false;
        for (Map.Entry<StanText.Part, StanText.Section> entry :
                program.sections().entrySet()) {
            if (found) {
                int start = entry.getValue().at().start();
                return program.source().lastIndexOf('}', start);
            }
            found = entry.getKey() == part;
        }
        return program.source().lastIndexOf('}');
    }

    private void open(String name) {
        line(name + " {");
        level++;
    }

    private void close() {
        level--;
        line("}");
    }

    private void line(String text) {
        out.append("  ".repeat(level)).append(text).append('\n');
    }

    private void before(Span at) {
        flushTo(at.start());
    }

    /// Prints comments that begin before a place: behind the line before where they stood behind one.
    private void flushTo(int place) {
        while (!comments.isEmpty() && comments.peek().at().start() < place) {
            StanText.Comment comment = comments.remove();
            String text = comment.text();
            if (text.startsWith("#")) {
                text = "//" + text.substring(1);
            }
            int start =
                    program.source().lastIndexOf('\n', Math.max(0, comment.at().start() - 1)) + 1;
            boolean behind = comment.at().start() > 0
                    && !program.source().substring(start, comment.at().start()).isBlank();
            if (behind && !out.isEmpty() && !text.contains("\n")) {
                out.setLength(out.length() - 1);
                out.append(' ').append(text).append('\n');
            } else {
                line(text);
            }
        }
    }

    private void function(StanText.Function function) {
        before(function.at());
        List<String> arguments = new ArrayList<>();
        for (StanText.Argument argument : function.arguments()) {
            arguments.add((argument.data() ? "data " : "") + exprs.unsized(argument.type()) + " "
                    + argument.name().name());
        }
        TypeText returns = function.returns();
        String head = (returns == null ? "void" : exprs.unsized(returns)) + " "
                + exprs.name(function.name().name()) + "(" + String.join(", ", arguments) + ")";
        if (function.body() == null) {
            line(head + ";");
            return;
        }
        line(head + " {");
        level++;
        function.body().statements().forEach(this::statement);
        flushTo(function.body().at().end());
        level--;
        line("}");
    }

    private void statement(Stmt statement) {
        before(statement.at());
        switch (statement) {
            case Stmt.Declare declare -> {
                String value = declare.value() == null ? "" : " = " + exprs.of(declare.value());
                line(exprs.sized(declare.type()) + " " + declare.name().name() + value + ";");
            }
            case Stmt.Assign assign ->
                line(exprs.of(assign.target()) + " " + assign.op() + " " + exprs.of(assign.value()) + ";");
            case Stmt.Tilde tilde ->
                line(exprs.of(tilde.outcome()) + " ~ " + tilde.name().name() + "(" + exprs.list(tilde.arguments()) + ")"
                        + truncation(tilde) + ";");
            case Stmt.Raise raise ->
                line((raise.jacobian() ? "jacobian" : "target") + " += " + exprs.of(raise.value()) + ";");
            case Stmt.For loop -> {
                String range = exprs.of(loop.from()) + (loop.to() == null ? "" : ":" + exprs.of(loop.to()));
                body("for (" + loop.name().name() + " in " + range + ")", loop.body(), null);
            }
            case Stmt.While loop -> body("while (" + exprs.of(loop.test()) + ")", loop.body(), null);
            case Stmt.If branch -> body("if (" + exprs.of(branch.test()) + ")", branch.then(), branch.otherwise());
            case Stmt.Block block -> {
                line(block.profile() == null ? "{" : "profile(\"" + block.profile() + "\") {");
                inside(block);
                line("}");
            }
            case Stmt.Return result ->
                line(result.value() == null ? "return;" : "return " + exprs.of(result.value()) + ";");
            case Stmt.Break _ -> line("break;");
            case Stmt.Continue _ -> line("continue;");
            case Stmt.Say say -> line(say.verb() + "(" + exprs.list(say.words()) + ");");
            case Stmt.Invoke invoke -> line(exprs.of(invoke.call()) + ";");
            case Stmt.Empty _ -> {}
        }
    }

    private String truncation(Stmt.Tilde tilde) {
        if (!tilde.truncated()) {
            return "";
        }
        String low = tilde.low() == null ? "" : exprs.of(tilde.low());
        return " T[" + low + ", " + (tilde.high() == null ? "" : exprs.of(tilde.high())) + "]";
    }

    private void body(String head, Stmt then, @Nullable Stmt otherwise) {
        line(head + " {");
        inside(then);
        Stmt rest = otherwise;
        while (rest != null) {
            if (rest instanceof Stmt.If next) {
                line("} else if (" + exprs.of(next.test()) + ") {");
                inside(next.then());
                rest = next.otherwise();
            } else {
                line("} else {");
                inside(rest);
                rest = null;
            }
        }
        line("}");
    }

    private void inside(Stmt body) {
        level++;
        if (body instanceof Stmt.Block block && block.profile() == null) {
            block.statements().forEach(this::statement);
        } else {
            statement(body);
        }
        level--;
    }
}
