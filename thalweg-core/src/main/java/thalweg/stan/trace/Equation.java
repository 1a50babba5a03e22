package thalweg.stan.trace;

import java.util.ArrayList;
import java.util.List;
import thalweg.array.Control;
import thalweg.array.Program;
import thalweg.array.Tensor;
import thalweg.array.Trace;
import thalweg.array.Type;
import thalweg.array.run.Plan;
import thalweg.stan.text.Expr;
import thalweg.stan.type.StanType;
import thalweg.stan.type.UserFunctions;

/// A differential equation `dy/dt = f(t, y, theta)` given by a function of the program; `theta` is all that is traced
/// among its arguments.
final class Equation {
    private final Value start;
    private final List<Value> arguments;
    private final List<Tensor> traced = new ArrayList<>();
    private final Program field;
    private final int free;

    /// @param old whether states are arrays and arguments stand as in `integrate_ode`
    Equation(Machine machine, Expr.Name function, Expr.Call call, Value start, List<Value> arguments, boolean old) {
        this.start = start;
        this.arguments = arguments;
        int count = 0;
        for (Value argument : arguments) {
            if (!argument.isKnown()) {
                traced.add(argument.tensor().reshape(argument.shape().count()));
                count += argument.shape().count();
            }
        }
        this.free = count;
        this.field = field(machine, function, call, old);
    }

    private Program field(Machine machine, Expr.Name function, Expr.Call call, boolean old) {
        Trace trace = new Trace();
        Tensor t = trace.input("t", Type.reals());
        Tensor y = trace.input("y", Type.reals(start.size(0)));
        Tensor theta = trace.input("theta", Type.reals(free));
        List<Value> all = new ArrayList<>();
        all.add(Value.of(StanType.REAL, t));
        all.add(Value.of(old ? StanType.REAL.array(1) : StanType.VECTOR, y));
        int at = 0;
        for (Value argument : arguments) {
            if (argument.isKnown()) {
                all.add(argument);
            } else {
                int n = argument.shape().count();
                Tensor own = theta.slice(0, at, at + n).reshape(argument.shape().sizes());
                all.add(Value.of(argument.type(), own));
                at += n;
            }
        }
        List<StanType> types = all.stream().map(Value::type).toList();
        UserFunctions.Definition own = machine.functions().resolve(function.name(), types);
        if (own == null) {
            throw new Fault(function.at(), function.name() + " takes other arguments than the solver gives it");
        }
        Value slope = machine.call(own, all, call.at());
        return trace.close(List.of(slope.tensor()));
    }

    /// The states at ascending times, `[times, n]`.
    Tensor solve(double from, double[] times, double relative, double absolute, double most) {
        int n = start.size(0);
        if (times.length == 0) {
            return Tensor.zeros(0, n);
        }
        OdeProgram program = new OdeProgram(field, from, times, relative, absolute, most);
        Tensor y = start.tensor().reshape(n);
        Tensor theta =
                traced.isEmpty() ? Tensor.zeros(0) : traced.size() == 1 ? traced.get(0) : Tensor.concatenate(0, traced);
        if (!y.isTraced() && !theta.isTraced()) {
            return Plan.of(program.plain()).on(List.of(y, theta)).get(0);
        }
        Program both = program.sensitive();
        Program value = first(both, n);
        return new Control.Custom("ode", value, value, pullback(both, n, times.length)).of(y, theta);
    }

    private Program first(Program both, int n) {
        Trace trace = new Trace();
        List<Tensor> in = List.of(trace.input("y", Type.reals(n)), trace.input("theta", Type.reals(free)));
        return trace.close(List.of(both.on(in).get(0)));
    }

    /// `sum_kn zbar_kn dz_kn/d(y, theta)`, from the sensitivities of the same steps.
    private Program pullback(Program both, int n, int times) {
        Trace trace = new Trace();
        Tensor y = trace.input("y", Type.reals(n));
        Tensor theta = trace.input("theta", Type.reals(free));
        Tensor bar = trace.input("bar", Type.reals(times, n));
        Tensor slopes = both.on(List.of(y, theta)).get(1);
        Tensor all = slopes.contract("kqn,kn->q", bar);
        return trace.close(List.of(all.slice(0, 0, n), all.slice(0, n, n + free)));
    }
}
