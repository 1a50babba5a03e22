package thalweg.stan.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A program as a tree: its functions, and the statements of its blocks.
///
/// @param source the text it was read from
/// @param comments in the order of the text
public record StanText(String source, List<Function> functions, Map<Part, Section> sections, List<Comment> comments) {
    /// The blocks after the functions, in their order.
    public enum Part {
        DATA,
        TRANSFORMED_DATA,
        PARAMETERS,
        TRANSFORMED_PARAMETERS,
        MODEL,
        GENERATED_QUANTITIES;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /// One block.
    public record Section(Span at, List<Stmt> statements) {}

    /// A comment with its marks.
    public record Comment(String text, Span at) {}

    /// A function of the program.
    ///
    /// @param returns null for none
    /// @param body null where it is only announced
    public record Function(
            Span at, @Nullable TypeText returns, Expr.Name name, List<Argument> arguments, Stmt.@Nullable Block body) {}

    /// @param data whether it must not depend on parameters
    public record Argument(boolean data, TypeText type, Expr.Name name) {}

    /// The statements of a block; none if it is missing.
    public List<Stmt> statements(Part part) {
        Section section = sections.get(part);
        return section == null ? List.of() : section.statements();
    }

    /// Reads a program; what is wrong with its grammar goes to `troubles`.
    public static StanText parse(String text, Troubles troubles) {
        return new Parser(text, troubles).program();
    }

    /// The text of an expression.
    public String text(Span span) {
        return source.substring(span.start(), span.end());
    }
}
