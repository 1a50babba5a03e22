package thalweg.stan.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Expressions and types in their canonical form.
///
/// @param renamed new names of functions of the program
record FormatExpr(Map<String, String> renamed) {
    private static final Map<String, String> OLD = Map.of(
            "fabs", "abs",
            "multiply_log", "lmultiply",
            "binomial_coefficient_log", "lchoose",
            "cov_exp_quad", "gp_exp_quad_cov",
            "integrate_ode", "integrate_ode_rk45",
            "get_lp", "target");

    String name(String name) {
        return renamed.getOrDefault(name, name);
    }

    String list(List<Expr> all) {
        return String.join(", ", all.stream().map(this::of).toList());
    }

    String of(Expr expr) {
        return switch (expr) {
            case Expr.Whole whole -> String.valueOf(whole.value());
            case Expr.Real real -> number(real.value());
            case Expr.Imaginary imaginary -> number(imaginary.value()) + "i";
            case Expr.Text text -> "\"" + text.value() + "\"";
            case Expr.Name name -> name(name.name());
            case Expr.Unary unary -> unary.op() + of(unary.of());
            case Expr.Transpose transpose -> of(transpose.of()) + "'";
            case Expr.Binary binary ->
                binary.op().equals("^")
                        ? of(binary.left()) + "^" + of(binary.right())
                        : of(binary.left()) + " " + binary.op() + " " + of(binary.right());
            case Expr.Choice choice -> of(choice.test()) + " ? " + of(choice.then()) + " : " + of(choice.otherwise());
            case Expr.Index index ->
                of(index.of()) + "["
                        + String.join(
                                ", ",
                                index.subscripts().stream().map(this::subscript).toList()) + "]";
            case Expr.Call call -> call(call);
            case Expr.ArrayOf array -> "{" + list(array.elements()) + "}";
            case Expr.RowOf row -> "[" + list(row.elements()) + "]";
            case Expr.TupleOf tuple -> "(" + list(tuple.elements()) + ")";
            case Expr.Member member -> of(member.of()) + "." + member.number();
            case Expr.Paren paren -> "(" + of(paren.of()) + ")";
            case Expr.Broken _ -> "";
        };
    }

    private static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e7) {
            return (long) value + ".0";
        }
        return Double.toString(value).replace("E", "e");
    }

    private String subscript(Expr.Subscript subscript) {
        return switch (subscript) {
            case Expr.Subscript.Single single -> of(single.index());
            case Expr.Subscript.Range range -> end(range.from()) + ":" + end(range.to());
        };
    }

    private String end(@Nullable Expr end) {
        return end == null ? "" : of(end);
    }

    private String call(Expr.Call call) {
        String name = call.name().name();
        List<Expr> arguments = call.arguments();
        if (name.equals("if_else") && arguments.size() == 3) {
            return "(" + of(arguments.get(0)) + " ? " + of(arguments.get(1)) + " : " + of(arguments.get(2)) + ")";
        }
        boolean bar = call.bar();
        String written = name(name);
        if (!written.equals(name)) {
            bar = true;
        } else if (name.endsWith("_log") && OldDensities.has(name.substring(0, name.length() - 4))) {
            String law = name.substring(0, name.length() - 4);
            written = law + OldDensities.suffix(law);
            bar = true;
        } else {
            written = OLD.getOrDefault(name, name);
        }
        if (!bar || arguments.isEmpty()) {
            return written + "(" + list(arguments) + ")";
        }
        String rest = arguments.size() == 1 ? "" : " | " + list(arguments.subList(1, arguments.size()));
        return written + "(" + of(arguments.get(0)) + rest + ")";
    }

    /// The type of an argument or a result.
    String unsized(TypeText type) {
        String array = type.rank() == 0 ? "" : "array[" + ",".repeat(type.rank() - 1) + "] ";
        return array + (type.base().equals("tuple") ? tuple(type, false) : type.base());
    }

    private String tuple(TypeText type, boolean sizes) {
        return "tuple("
                + String.join(
                        ", ",
                        type.parts().stream()
                                .map(part -> sizes ? sized(part) : unsized(part))
                                .toList())
                + ")";
    }

    /// The type of a variable.
    String sized(TypeText type) {
        String array = type.dims().isEmpty() ? "" : "array[" + list(type.dims()) + "] ";
        String base = type.base().equals("tuple") ? tuple(type, true) : type.base();
        List<String> bounds = new ArrayList<>();
        bound(bounds, "lower", type.bounds().lower());
        bound(bounds, "upper", type.bounds().upper());
        bound(bounds, "offset", type.bounds().offset());
        bound(bounds, "multiplier", type.bounds().multiplier());
        return array
                + base
                + (bounds.isEmpty() ? "" : "<" + String.join(", ", bounds) + ">")
                + (type.sizes().isEmpty() ? "" : "[" + list(type.sizes()) + "]");
    }

    private void bound(List<String> bounds, String word, @Nullable Expr value) {
        if (value != null) {
            bounds.add(word + "=" + of(value));
        }
    }
}
