package thalweg.stan.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import thalweg.array.Tensor;
import thalweg.stan.text.Expr;
import thalweg.stan.type.StanType;
import thalweg.stan.type.UserFunctions;

/// Functions of functions: differential equations, and sums in parallel (which are sums).
final class Solver {
    private static final Set<String> OLD =
            Set.of("integrate_ode", "integrate_ode_rk45", "integrate_ode_bdf", "integrate_ode_adams");
    private static final Set<String> NEW = Set.of(
            "ode_rk45",
            "ode_bdf",
            "ode_adams",
            "ode_ckrk",
            "ode_rk45_tol",
            "ode_bdf_tol",
            "ode_adams_tol",
            "ode_ckrk_tol");
    private static final Set<String> SUMS = Set.of("reduce_sum", "reduce_sum_static");

    private Solver() {}

    static boolean is(String name) {
        return OLD.contains(name) || NEW.contains(name) || SUMS.contains(name);
    }

    static Value call(Machine machine, Expr.Call call) {
        String name = call.name().name();
        Expr.Name function = (Expr.Name) call.arguments().get(0).bare();
        List<Value> arguments = new ArrayList<>();
        for (Expr argument : call.arguments().subList(1, call.arguments().size())) {
            arguments.add(machine.eval(argument));
        }
        if (SUMS.contains(name)) {
            return sum(machine, call, function, arguments);
        }
        boolean old = OLD.contains(name);
        boolean stiff = name.contains("bdf") || name.contains("adams");
        double usual = stiff ? 1e-10 : 1e-6;
        double[] control = {usual, usual, 1e6};
        List<Value> rest = new ArrayList<>(arguments.subList(3, arguments.size()));
        if (name.endsWith("_tol")) {
            control = numbers(call, rest.subList(0, 3));
            rest = new ArrayList<>(rest.subList(3, rest.size()));
        } else if (old && rest.size() == 6) {
            control = numbers(call, rest.subList(3, 6));
            rest = new ArrayList<>(rest.subList(0, 3));
        }
        Value start = arguments.get(0);
        for (Value value : arguments) {
            if (value.lanes() != null || value.turn() != null) {
                throw new NotLanes("a differential equation in each turn");
            }
        }
        if (!arguments.get(1).isPlain() || !arguments.get(2).isPlain()) {
            throw new Fault(call.at(), name + " at times that depend on parameters is not available yet");
        }
        Equation equation = new Equation(machine, function, call, start, rest, old);
        double[] times = arguments.get(2).numbers();
        double tightest = machine.tolerance();
        Tensor states = equation.solve(
                arguments.get(1).number(),
                times,
                Math.min(tightest, control[0]),
                Math.min(tightest, control[1]),
                tightest < control[0] ? 1e6 : control[2]);
        return Value.of(old ? StanType.REAL.array(2) : StanType.VECTOR.array(1), states);
    }

    private static double[] numbers(Expr.Call call, List<Value> values) {
        double[] numbers = new double[values.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (!values.get(i).isPlain()) {
                throw new Fault(call.at(), "a tolerance that depends on parameters; expected data");
            }
            numbers[i] = values.get(i).number();
        }
        return numbers;
    }

    /// `f(x, 1, N, ..)`.
    private static Value sum(Machine machine, Expr.Call call, Expr.Name function, List<Value> given) {
        List<Value> arguments = new ArrayList<>();
        Value all = given.get(0);
        arguments.add(all);
        arguments.add(Value.whole(1));
        arguments.add(Value.whole(all.size(0)));
        arguments.addAll(given.subList(2, given.size()));
        List<StanType> types = arguments.stream().map(Value::type).toList();
        UserFunctions.Definition own = machine.functions().resolve(function.name(), types);
        if (own == null) {
            for (String suffix : List.of("_lpdf", "_lpmf")) {
                String plain = function.name().replace("_lupdf", "").replace("_lupmf", "");
                own = own == null ? machine.functions().resolve(plain + suffix, types) : own;
            }
        }
        if (own == null) {
            throw new Fault(function.at(), function.name() + " takes other arguments than reduce_sum gives it");
        }
        return machine.call(own, arguments, call.at());
    }
}
