package thalweg.stan.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import thalweg.array.Tensor;
import thalweg.stan.text.Expr;
import thalweg.stan.text.Span;
import thalweg.stan.text.Stmt;
import thalweg.stan.type.Density;
import thalweg.stan.type.StanType;
import thalweg.stan.type.UserFunctions;

/// What adds to the log density: sampling statements and `target +=`, each as few array operations over all lanes.
final class Likelihood {
    private final Machine machine;
    private final boolean keep;
    private final Densities densities;
    private final List<Consumer<List<Tensor>>> later = new ArrayList<>();

    Likelihood(Machine machine, boolean keep, Settings settings) {
        this.machine = machine;
        this.keep = keep;
        this.densities = new Densities(settings);
    }

    /// What is to be done with the rows that a loop emits; taken by whoever runs the loop.
    List<Consumer<List<Tensor>>> later() {
        return later;
    }

    /// Adds a value, summed over lanes.
    void add(Value value, double sign) {
        if (machine.target().gathers()) {
            machine.target().each(sign == 1 ? value : Arithmetic.negative(value));
            return;
        }
        Lanes own = value.lanes();
        if (value.type().rank() > 0) {
            Operands one = Operands.of(value);
            Tensor x = one.tensors()[0];
            int lead = one.lanes() == null ? 0 : 1;
            int[] axes = new int[x.rank() - lead];
            for (int i = 0; i < axes.length; i++) {
                axes[i] = i + lead;
            }
            add(one.result(StanType.REAL, axes.length == 0 ? x : x.sum(axes)), sign);
            return;
        }
        if (value.turn() != null) {
            int emitted = value.turn().emit(value.tensor());
            Target target = machine.target();
            later.add(rows -> target.add(rows.get(emitted).sum().times(sign)));
            return;
        }
        Lanes lanes = machine.turn() != null ? machine.turn().lanes() : machine.here();
        Tensor x = value.tensor();
        if (lanes != null) {
            x = own == null
                    ? x.times((double) lanes.count())
                    : lanes.lift(x, own).sum();
        }
        machine.target().add(sign == 1 ? x : x.times(sign));
    }

    /// Adds an expression; densities in a sum are added as wholes, without a number for each lane.
    void total(Expr expr, double sign) {
        switch (expr) {
            case Expr.Paren(Span _, Expr of) -> total(of, sign);
            case Expr.Binary sum
            when sum.op().equals("+") || sum.op().equals("-") -> {
                total(sum.left(), sign);
                total(sum.right(), sum.op().equals("+") ? sign : -sign);
            }
            case Expr.Call call
            when density(call) != null -> {
                List<Value> arguments = new ArrayList<>();
                call.arguments().forEach(argument -> arguments.add(machine.eval(argument)));
                Density density = density(call);
                if (density != null) {
                    whole(
                            call.name(),
                            density,
                            arguments,
                            sign,
                            keep || !call.name().name().contains("_lup"));
                }
            }
            default -> add(machine.eval(expr), sign);
        }
    }

    /// The distribution of a call of a built-in density that no function of the program hides.
    private @Nullable Density density(Expr.Call call) {
        String name = call.name().name();
        Density.Form form = Density.form(name);
        boolean own = !machine.functions().named(name).isEmpty();
        return form != null
                        && form.isDensity()
                        && !own
                        && machine.functions()
                                .named(form.distribution() + "_lpdf")
                                .isEmpty()
                ? Density.all().get(form.distribution())
                : null;
    }

    void tilde(Stmt.Tilde tilde) {
        String name = tilde.name().name();
        List<Value> arguments = new ArrayList<>(List.of(machine.eval(tilde.outcome())));
        tilde.arguments().forEach(argument -> arguments.add(machine.eval(argument)));
        List<StanType> types = arguments.stream().map(Value::type).toList();
        for (String suffix : List.of("_lpdf", "_lpmf", "_log")) {
            UserFunctions.Definition own = machine.functions().resolve(name + suffix, types);
            if (own != null) {
                add(machine.call(own, arguments, tilde.at()), 1);
                return;
            }
        }
        Density density = Density.all().get(name);
        if (density == null) {
            throw new Fault(tilde.name().at(), "unknown distribution " + name);
        }
        whole(tilde.name(), density, arguments, 1, keep);
        if (tilde.truncated()) {
            truncate(tilde, density, arguments);
        }
    }

    private void whole(Expr.Name name, Density density, List<Value> arguments, double sign, boolean constants) {
        boolean gathers = machine.target().gathers();
        if (gathers || machine.turn() == null && machine.here() == null) {
            if (gathers) {
                add(densities.each(name, density, arguments), sign);
            } else {
                machine.target().add(signed(densities.total(name, density, arguments, null, constants), sign));
            }
            return;
        }
        Turn turn = machine.turn();
        if (turn == null) {
            machine.target().add(signed(densities.total(name, density, arguments, machine.here(), constants), sign));
            return;
        }
        int[] emitted = new int[arguments.size()];
        for (int i = 0; i < emitted.length; i++) {
            emitted[i] = arguments.get(i).turn() == null
                    ? -1
                    : turn.emit(arguments.get(i).tensor());
        }
        Target target = machine.target();
        later.add(rows -> {
            List<Value> full = new ArrayList<>();
            for (int i = 0; i < emitted.length; i++) {
                Value one = arguments.get(i);
                full.add(emitted[i] < 0 ? one : Value.of(one.type(), rows.get(emitted[i]), turn.lanes(), null));
            }
            target.add(signed(densities.total(name, density, full, turn.lanes(), constants), sign));
        });
    }

    private static Tensor signed(Tensor x, double sign) {
        return sign == 1 ? x : x.times(sign);
    }

    /// Takes away the log of the probability between the bounds of `T[low, high]`.
    private void truncate(Stmt.Tilde tilde, Density density, List<Value> arguments) {
        Value low = tilde.low() == null ? null : machine.eval(tilde.low());
        Value high = tilde.high() == null ? null : machine.eval(tilde.high());
        List<Value> rest = arguments.subList(1, arguments.size());
        Value part;
        if (low != null && density.outcome().whole()) {
            low = Arithmetic.of("-", low, Value.whole(1));
        }
        if (low == null && high == null) {
            return;
        } else if (low == null) {
            part = tail(tilde.name(), density, "_lcdf", high, rest);
        } else if (high == null) {
            part = tail(tilde.name(), density, "_lccdf", low, rest);
        } else {
            Value above = tail(tilde.name(), density, "_lcdf", high, rest);
            Value below = tail(tilde.name(), density, "_lcdf", low, rest);
            part = java.util.Objects.requireNonNull(Library.call("log_diff_exp", List.of(above, below)));
        }
        int count = arguments.get(0).shape().count();
        boolean scalar = rest.stream().allMatch(value -> value.type().rank() == 0);
        add(scalar && count != 1 ? Arithmetic.of("*", part, Value.real(count)) : part, -1);
    }

    private Value tail(Expr.Name name, Density density, String suffix, @Nullable Value at, List<Value> rest) {
        List<Value> all = new ArrayList<>();
        if (at != null) {
            all.add(at);
        }
        all.addAll(rest);
        return densities.cumulative(name, density, suffix, all);
    }

    /// A density, distribution function or draw as a value.
    Value call(Expr.Name name, Density.Form form, List<Value> arguments) {
        Density density = Density.all().get(form.distribution());
        if (density == null) {
            throw new Fault(name.at(), "unknown function " + name.name());
        }
        if (form.isDensity()) {
            return densities.each(name, density, arguments);
        }
        if (form.suffix().equals("_rng")) {
            Draws draws = machine.draws();
            if (draws == null) {
                throw new Fault(name.at(), "a random number in a density");
            }
            return draws.of(name, density, arguments);
        }
        return densities.cumulative(name, density, form.suffix(), arguments);
    }
}
