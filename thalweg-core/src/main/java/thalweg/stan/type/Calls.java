package thalweg.stan.type;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import thalweg.data.Nearest;
import thalweg.stan.text.Expr;
import thalweg.stan.text.Span;
import thalweg.stan.text.Stmt;
import thalweg.stan.text.Troubles;

/// Calls of functions and distributions, checked.
final class Calls {
    private static final Set<String> SIZES = Set.of("rows", "cols", "size", "num_elements", "dims");
    private static final Map<String, String> OLD = Map.of(
            "if_else", "write test ? a : b for if_else",
            "integrate_ode", "write ode_rk45 for integrate_ode",
            "integrate_ode_rk45", "write ode_rk45 for integrate_ode_rk45",
            "integrate_ode_bdf", "write ode_bdf for integrate_ode_bdf",
            "integrate_ode_adams", "write ode_adams for integrate_ode_adams",
            "cov_exp_quad", "write gp_exp_quad_cov for cov_exp_quad",
            "fabs", "write abs for fabs",
            "multiply_log", "write lmultiply for multiply_log",
            "binomial_coefficient_log", "write lchoose for binomial_coefficient_log",
            "get_lp", "write target() for get_lp()");

    private final Troubles troubles;
    private final UserFunctions functions;
    private final Typing typing;
    private final Scope scope;
    private final Set<String> warned = new HashSet<>();
    private boolean random;
    private boolean raises;

    Calls(Troubles troubles, UserFunctions functions, Typing typing, Scope scope) {
        this.troubles = troubles;
        this.functions = functions;
        this.typing = typing;
        this.scope = scope;
    }

    /// Says what may be called from here on.
    ///
    /// @param newRandom functions that draw
    /// @param newRaises functions that add to the density
    void place(boolean newRandom, boolean newRaises) {
        random = newRandom;
        raises = newRaises;
    }

    boolean isSize(Expr.Call call) {
        return SIZES.contains(call.name().name());
    }

    StanType of(Expr.Call call) {
        String name = call.name().name();
        if (Overloads.isSolver(name) && !functions.has(name)) {
            return solver(call);
        }
        List<StanType> types = new ArrayList<>();
        for (Expr argument : call.arguments()) {
            types.add(typing.of(argument));
        }
        if (name.endsWith("_rng") && !random) {
            return typing.broken(
                    call.name().at(), "_rng only in transformed data, generated quantities and _rng functions");
        }
        if (functions.has(name)) {
            return user(call, name, types);
        }
        if (Overloads.isKnown(name)) {
            return plain(call, types);
        }
        Density.Form form = Density.form(name);
        if (form != null) {
            Density density = Density.all().get(form.distribution());
            String own = firstOf(form.distribution() + "_lpdf", form.distribution() + "_lpmf");
            if (density != null) {
                return density(call, density, form, types);
            }
            if (own != null) {
                return user(call, own, types);
            }
        }
        if (Density.all().containsKey(name)) {
            return typing.broken(call.name().at(), name + " is a distribution; write " + asDensity(call, name));
        }
        if (troubles.isLost(name)) {
            return StanType.BROKEN;
        }
        if (scope.find(name) != null) {
            return typing.broken(call.name().at(), name + " is a variable, not a function; index it with [ ]");
        }
        return typing.broken(call.name().at(), "unknown function " + name + nearest(name));
    }

    private @Nullable String firstOf(String... names) {
        for (String name : names) {
            if (functions.has(name)) {
                return name;
            }
        }
        return null;
    }

    private String nearest(String name) {
        List<String> known = new ArrayList<>(Overloads.names());
        known.addAll(functions.names());
        for (Density density : Density.all().values()) {
            known.add(density.name() + density.suffix());
            density.others().forEach(other -> known.add(density.name() + "_" + other));
        }
        return nearest(name, known);
    }

    private static String nearest(String name, List<String> known) {
        List<String> near = known.stream()
                .filter(word -> word.startsWith(name + "_"))
                .sorted()
                .limit(1)
                .toList();
        if (near.isEmpty()) {
            near = Nearest.to(name, known);
        }
        return near.isEmpty() ? "; see the Stan functions reference, or define it" : "; nearest: " + near.get(0);
    }

    private String asDensity(Expr.Call call, String name) {
        Density density = Density.all().get(name);
        String suffix = density == null ? "_lpdf" : density.suffix();
        if (call.arguments().isEmpty()) {
            return name + suffix + "(y | ..)";
        }
        List<String> texts = call.arguments().stream().map(typing::text).toList();
        String rest = String.join(", ", texts.subList(1, texts.size()));
        return name + suffix + "(" + texts.get(0) + (rest.isEmpty() ? "" : " | " + rest) + ")";
    }

    private StanType plain(Expr.Call call, List<StanType> types) {
        String name = call.name().name();
        String old = OLD.get(name);
        if (old != null && warned.add(name)) {
            troubles.warning(call.name().at(), old + "; accepted, and rewritten by format");
        }
        Overloads.Result result = Overloads.resolve(name, types);
        if (result.message() != null) {
            Span at = result.wrong() < 0
                    ? call.name().at()
                    : call.arguments().get(result.wrong()).at();
            return typing.broken(at, result.message());
        }
        return result.type();
    }

    private StanType user(Expr.Call call, String name, List<StanType> types) {
        if (name.endsWith("_lp") && !raises) {
            return typing.broken(call.name().at(), "_lp only in model, transformed parameters and _lp functions");
        }
        UserFunctions.Definition found = functions.resolve(name, types);
        if (found != null) {
            for (int i = 0; i < types.size(); i++) {
                Expr argument = call.arguments().get(i);
                if (found.function().arguments().get(i).data() && typing.parameter(argument)) {
                    typing.broken(
                            argument.at(),
                            "argument "
                                    + found.function().arguments().get(i).name().name() + " of " + name
                                    + " is data; found an expression with parameters");
                }
            }
            return found.returns();
        }
        List<UserFunctions.Definition> all = functions.named(name);
        if (all.size() == 1) {
            UserFunctions.Definition only = all.get(0);
            if (only.arguments().size() != types.size()) {
                String arguments = String.join(
                        ", ",
                        only.function().arguments().stream()
                                .map(a -> a.name().name())
                                .toList());
                int n = only.arguments().size();
                typing.broken(
                        call.name().at(),
                        name + " takes " + n + (n == 1 ? " argument" : " arguments") + ", found " + types.size() + ": "
                                + name + "(" + arguments + ")");
            } else {
                for (int i = 0; i < types.size(); i++) {
                    if (types.get(i).promotion(only.arguments().get(i)) < 0) {
                        typing.broken(
                                call.arguments().get(i).at(),
                                "found " + types.get(i) + "; expected "
                                        + only.arguments().get(i) + " ("
                                        + only.function()
                                                .arguments()
                                                .get(i)
                                                .name()
                                                .name() + " of " + name + ")");
                        break;
                    }
                }
            }
            return only.returns();
        }
        if (types.stream().noneMatch(StanType::isBroken)) {
            typing.broken(
                    call.name().at(),
                    "no " + name + "("
                            + String.join(
                                    ", ", types.stream().map(StanType::toString).toList()) + ")");
        }
        return StanType.BROKEN;
    }

    private StanType density(Expr.Call call, Density density, Density.Form form, List<StanType> types) {
        boolean draws = form.suffix().equals("_rng");
        if (!form.isDensity() && !density.others().contains(draws ? "rng" : "cdf")) {
            return typing.broken(
                    call.name().at(),
                    density.name() + " has no " + form.suffix().substring(1).toUpperCase(Locale.ROOT));
        }
        if (form.suffix().equals("_log") || form.suffix().endsWith("cdf_log")) {
            if (warned.add("_log")) {
                troubles.warning(
                        call.name().at(),
                        "write " + density.name() + density.suffix() + "(y | ..) for "
                                + call.name().name() + "(y, ..); accepted, and rewritten by format");
            }
        }
        List<Expr> arguments = call.arguments();
        if (draws) {
            arguments(call.name().at(), density, density.drawArguments(), arguments, types);
            StanType shape = StanType.of(density.outcome().whole() ? StanType.Base.INT : StanType.Base.REAL);
            if (!density.outcome().vectorised()) {
                return drawn(density);
            }
            for (int i = 0; i < types.size() && i < density.arguments().size(); i++) {
                if (density.arguments().get(i).kind().vectorised()
                        && !types.get(i).isScalar()) {
                    return shape.array(Math.max(1, types.get(i).rank()));
                }
            }
            return shape;
        }
        if (arguments.isEmpty()) {
            return typing.broken(call.name().at(), call.name().name() + " needs an outcome");
        }
        outcome(arguments.get(0).at(), arguments.get(0), types.get(0), density);
        arguments(
                call.name().at(),
                density,
                density.arguments(),
                arguments.subList(1, arguments.size()),
                types.subList(1, types.size()));
        return StanType.REAL;
    }

    private static StanType drawn(Density density) {
        return switch (density.outcome().letters()) {
            case "m" -> StanType.MATRIX;
            case "i" -> StanType.INT;
            case "i[]" -> StanType.INT.array(1);
            default -> StanType.VECTOR;
        };
    }

    private void outcome(Span at, Expr outcome, StanType type, Density density) {
        if (density.outcome().accepts(type)) {
            return;
        }
        String todo = "";
        if (density.outcome().letters().equals("I") && outcome.bare() instanceof Expr.Name name) {
            String sizes = typing.sizes(outcome);
            boolean vector = type.dims() == 0 && type.inner() == 1;
            todo = vector
                    ? "; declare " + name.name() + " as array" + (sizes.isEmpty() ? "[]" : sizes) + " int"
                    : type.isScalar() ? "; declare " + name.name() + " as int" : "";
        }
        typing.broken(
                at, "outcome of " + density.name() + " is " + density.outcome().expected() + ", found " + type + todo);
    }

    private void arguments(
            Span at, Density density, List<Density.Argument> wanted, List<Expr> arguments, List<StanType> types) {
        if (arguments.size() != wanted.size()) {
            String roles = wanted.isEmpty() ? "" : " (" + density.roles() + ")";
            String plural = wanted.size() == 1 ? " argument" : " arguments";
            typing.broken(
                    at,
                    density.name() + " takes " + (wanted.isEmpty() ? "no" : wanted.size()) + plural + roles + ", found "
                            + arguments.size());
            return;
        }
        for (int i = 0; i < wanted.size(); i++) {
            Density.Argument one = wanted.get(i);
            if (!one.kind().accepts(types.get(i))) {
                typing.broken(
                        arguments.get(i).at(),
                        "found " + types.get(i) + "; expected " + one.kind().expected() + " (" + one.role() + " of "
                                + density.name() + ")");
            }
        }
    }

    /// Checks a sampling statement.
    void tilde(Stmt.Tilde tilde) {
        String name = tilde.name().name();
        StanType outcome = typing.of(tilde.outcome());
        List<StanType> types = new ArrayList<>();
        for (Expr argument : tilde.arguments()) {
            types.add(typing.of(argument));
        }
        String own = firstOf(name + "_lpdf", name + "_lpmf", name + "_log");
        if (own != null) {
            List<Expr> all = new ArrayList<>(List.of(tilde.outcome()));
            all.addAll(tilde.arguments());
            List<StanType> allTypes = new ArrayList<>(List.of(outcome));
            allTypes.addAll(types);
            user(new Expr.Call(tilde.at(), tilde.name(), all, true), own, allTypes);
            return;
        }
        Density density = Density.all().get(name);
        if (density == null) {
            Density.Form form = Density.form(name);
            if (form != null && Density.all().containsKey(form.distribution())) {
                typing.broken(tilde.name().at(), "after ~ write " + form.distribution() + ", not " + name);
            } else if (!troubles.isLost(name)) {
                typing.broken(
                        tilde.name().at(),
                        "unknown distribution " + name
                                + nearest(name, new ArrayList<>(Density.all().keySet())));
            }
            return;
        }
        outcome(tilde.name().at(), tilde.outcome(), outcome, density);
        arguments(tilde.name().at(), density, density.arguments(), tilde.arguments(), types);
    }

    /// A function of functions: its first argument is the name of one, and the others are checked as they stand.
    private StanType solver(Expr.Call call) {
        String name = call.name().name();
        String old = OLD.get(name);
        if (old != null && warned.add(name)) {
            troubles.warning(call.name().at(), old + "; accepted, and rewritten by format");
        }
        List<Expr> arguments = call.arguments();
        if (arguments.isEmpty() || !(arguments.get(0).bare() instanceof Expr.Name first)) {
            return typing.broken(call.name().at(), name + " takes a function first");
        }
        if (!functions.has(first.name()) && !Overloads.isKnown(first.name()) && Density.form(first.name()) == null) {
            typing.broken(
                    first.at(),
                    "unknown function " + first.name() + nearest(first.name(), new ArrayList<>(functions.names())));
        }
        for (Expr argument : arguments.subList(1, arguments.size())) {
            typing.of(argument);
        }
        return Overloads.resolve(name, List.of()).type();
    }
}
