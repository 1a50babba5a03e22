package thalweg.stan.trace;

import java.util.ArrayList;
import java.util.List;
import thalweg.array.Control;
import thalweg.array.Program;
import thalweg.array.Tensor;
import thalweg.array.Trace;
import thalweg.array.Type;
import thalweg.array.transform.Calculus;

/// The solution of `dy/dt = f(t, y, theta)` at given times as an array program, alone or with its sensitivities
/// `dy/d(y0, theta)` along the same steps.
///
/// Steps of Dormand and Prince 5(4), J. Comput. Appl. Math. 6 (1980) 19, each cut at the next time; the error of the
/// state steers them (Hairer, Nørsett and Wanner, Solving ODEs I (1993), II.4).
final class OdeProgram {
    private static final double[][] A = {
        {},
        {1.0 / 5},
        {3.0 / 40, 9.0 / 40},
        {44.0 / 45, -56.0 / 15, 32.0 / 9},
        {19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729},
        {9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656},
        {35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84}
    };
    private static final double[] C = {0, 1.0 / 5, 3.0 / 10, 4.0 / 5, 8.0 / 9, 1, 1};
    private static final double[] E = {
        71.0 / 57600, 0, -71.0 / 16695, 71.0 / 1920, -17253.0 / 339200, 22.0 / 525, -1.0 / 40
    };
    private static final double LEAST = 1e-14;

    private record Place(Tensor y, Tensor theta) {}

    private final Program field;
    private final double from;
    private final double[] times;
    private final double relative;
    private final double absolute;
    private final double most;
    private final int n;
    private final int free;

    /// @param most steps between two times
    OdeProgram(Program field, double from, double[] times, double relative, double absolute, double most) {
        this.field = field;
        this.from = from;
        this.times = times;
        this.relative = relative;
        this.absolute = absolute;
        this.most = most;
        this.n = field.type(1).shape().count();
        this.free = field.type(2).shape().count();
    }

    /// `(y0, theta)` to the states, `[times, n]`.
    Program plain() {
        return program(false);
    }

    /// `(y0, theta)` to the states and their derivatives, `[times, n + free, n]`.
    Program sensitive() {
        return program(true);
    }

    private Program program(boolean slopes) {
        Trace trace = new Trace();
        Tensor y = trace.input("y", Type.reals(n));
        Tensor theta = trace.input("theta", Type.reals(free));
        int q = n + free;
        Tensor s = Tensor.unit(q).slice(1, 0, n);
        List<Tensor> first = slope(Tensor.of(from), y, s, theta, slopes);
        double span = times[0] - from;
        Tensor scale = y.abs().times(relative).plus(absolute);
        Tensor size = norm(y.over(scale));
        Tensor speed = norm(first.get(0).over(scale));
        Tensor h = size.over(speed.plus(1e-300))
                .times(0.01)
                .min(Tensor.of(0.1 * span))
                .max(Tensor.of(1e-8 * span));
        List<Tensor> state = new ArrayList<>(List.of(Tensor.of(from), h, y, first.get(0)));
        if (slopes) {
            state.add(s);
            state.add(first.get(1));
        }
        List<Tensor> rows = outer(state, theta, slopes);
        return trace.close(rows);
    }

    /// Over the times: each turn runs to one of them.
    private List<Tensor> outer(List<Tensor> state, Tensor theta, boolean slopes) {
        Trace trace = new Trace();
        trace.input("turn", Type.wholes());
        List<Tensor> in = new ArrayList<>();
        state.forEach(one -> in.add(trace.input("state", one.type())));
        Tensor end = trace.input("end", Type.reals());
        Tensor own = trace.input("theta", theta.type());
        List<Tensor> out = inner(in, end, own, slopes);
        List<Tensor> results = new ArrayList<>(out);
        results.add(out.get(2));
        if (slopes) {
            results.add(out.get(4));
        }
        Program body = trace.close(results);
        List<Tensor> operands = new ArrayList<>(state);
        operands.add(Tensor.vector(times));
        operands.add(theta);
        List<Tensor> made =
                new Control.Loop(times.length, state.size(), 1, false, body).on(operands.toArray(Tensor[]::new));
        return made.subList(state.size(), made.size());
    }

    /// Steps until a time is reached.
    private List<Tensor> inner(List<Tensor> state, Tensor end, Tensor theta, boolean slopes) {
        List<Type> types = new ArrayList<>();
        state.forEach(one -> types.add(one.type()));
        types.add(Type.reals());
        List<Type> fixed = List.of(end.type(), theta.type());
        Trace first = new Trace();
        List<Tensor> seen = inputs(first, types, fixed);
        Program test = first.close(List.of(seen.get(0).less(seen.get(types.size()))));
        Trace second = new Trace();
        List<Tensor> in = inputs(second, types, fixed);
        Program body = second.close(step(in, slopes));
        List<Tensor> operands = new ArrayList<>(state);
        operands.add(Tensor.of(0));
        operands.add(end);
        operands.add(theta);
        List<Tensor> out = new Control.While(types.size(), test, body).on(operands.toArray(Tensor[]::new));
        return out.subList(0, state.size());
    }

    private static List<Tensor> inputs(Trace trace, List<Type> types, List<Type> fixed) {
        List<Tensor> in = new ArrayList<>();
        types.forEach(type -> in.add(trace.input("state", type)));
        fixed.forEach(type -> in.add(trace.input("fixed", type)));
        return in;
    }

    /// One attempt: state (t, h, y, k, [s, ks], count), then the end and theta.
    private List<Tensor> step(List<Tensor> in, boolean slopes) {
        Tensor t = in.get(0);
        Tensor wished = in.get(1);
        Tensor y = in.get(2);
        Tensor s = slopes ? in.get(4) : Tensor.of(0);
        Tensor count = in.get(slopes ? 6 : 4);
        Tensor end = in.get(slopes ? 7 : 5);
        Tensor theta = in.get(slopes ? 8 : 6);
        Tensor rest = end.minus(t);
        Tensor last = Tensor.of(1).minus(wished.times(1.000001).less(rest));
        Tensor h = last.select(rest, wished);
        List<Tensor> k = new ArrayList<>(List.of(in.get(3)));
        List<Tensor> ks = new ArrayList<>(slopes ? List.of(in.get(5)) : List.of());
        Tensor next = y;
        Tensor nextS = s;
        for (int stage = 1; stage < C.length; stage++) {
            next = y.plus(sum(A[stage], k).times(h));
            nextS = slopes ? s.plus(sum(A[stage], ks).times(h)) : s;
            List<Tensor> slope = slope(t.plus(h.times(C[stage])), next, nextS, theta, slopes);
            k.add(slope.get(0));
            if (slopes) {
                ks.add(slope.get(1));
            }
        }
        Tensor scale = y.abs().max(next.abs()).times(relative).plus(absolute);
        Tensor error = norm(sum(E, k).times(h).over(scale));
        Tensor fine = Tensor.of(1).minus(Tensor.of(1).less(error)).times(error.same(error));
        Tensor grow = error.max(Tensor.of(1e-10)).log().times(-0.2).exp().times(0.9);
        Tensor factor = error.same(error).select(grow.max(Tensor.of(0.2)).min(Tensor.of(5)), Tensor.of(0.2));
        Tensor proposed = h.times(factor);
        Tensor kept = last.times(fine).select(wished.max(proposed), proposed);
        Tensor small = kept.less(end.abs().max(t.abs()).max(Tensor.of(1e-300)).times(LEAST));
        Tensor lost = small.max(count.greater(Tensor.of(most)));
        Tensor now = lost.select(end, fine.select(last.select(end, t.plus(h)), t));
        Tensor nan = Tensor.of(Double.NaN);
        List<Tensor> out = new ArrayList<>();
        out.add(now);
        out.add(lost.select(wished, kept));
        out.add(lost.select(nan, fine.select(next, y)));
        out.add(fine.select(k.getLast(), k.getFirst()));
        if (slopes) {
            out.add(fine.select(nextS, s));
            out.add(fine.select(ks.getLast(), ks.getFirst()));
        }
        out.add(count.plus(1));
        return out;
    }

    private static Tensor norm(Tensor x) {
        return x.square().mean().sqrt();
    }

    private static Tensor sum(double[] weights, List<Tensor> k) {
        Tensor sum = null;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] != 0) {
                Tensor one = k.get(i).times(weights[i]);
                sum = sum == null ? one : sum.plus(one);
            }
        }
        return sum == null ? Tensor.of(0) : sum;
    }

    /// The slope of the state, and of each of its derivatives (a row each).
    private List<Tensor> slope(Tensor t, Tensor y, Tensor s, Tensor theta, boolean slopes) {
        Tensor f = field.on(List.of(t, y, theta)).get(0);
        if (!slopes) {
            return List.of(f);
        }
        int q = n + free;
        Tensor along = Tensor.unit(q).slice(1, n, q);
        Tensor ds = Calculus.<Place, Tensor>batch(direction -> Calculus.<Place, Tensor>jvp(
                                at -> field.on(List.of(t, at.y(), at.theta())).get(0), new Place(y, theta), direction)
                        .tangent())
                .apply(new Place(s, along));
        return List.of(f, ds);
    }
}
