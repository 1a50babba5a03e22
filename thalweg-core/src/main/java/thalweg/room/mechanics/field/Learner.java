package thalweg.room.mechanics.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import thalweg.array.Key;
import thalweg.model.TanhSum;

/// Ways from samples or motions to a [Hamiltonian] of ridges.
public final class Learner {
    private static final int POLISHED = 40;

    private Learner() {}

    /// Ridges by least squares on slopes.
    public static HamiltonianFit features(Key key, Samples samples, HamiltonianFit.Plan plan) {
        return HamiltonianFit.of(key, samples, plan);
    }

    /// Least squares on slopes of a smoothing, then on the motions themselves.
    ///
    /// @param order of the integrator
    /// @param steps of Gauss-Newton at most
    public static HamiltonianFit shooting(
            Key key, List<Path> paths, Smoothing smoothing, HamiltonianFit.Plan plan, int order, int steps) {
        Samples samples = smoothing.samples(paths);
        HamiltonianFit begin = HamiltonianFit.of(key, samples, plan);
        HamiltonianFit.Plan plain =
                plan.form() == HamiltonianFit.Form.AUTO ? plan.as(HamiltonianFit.Form.GENERAL) : plan;
        Ridges ridges = Ridges.draw(
                key.fold(0),
                samples,
                Math.min(150, plan.width()),
                plain.form() == HamiltonianFit.Form.SEPARABLE ? Ridges.Sight.HALVES : Ridges.Sight.WHOLE,
                1);
        Columns columns = HamiltonianFit.columns(samples, ridges, plain);
        double[] c = Ridge.of(Gram.of(
                        columns.count(),
                        1,
                        samples.count(),
                        samples.size(),
                        (from, rows, out) -> columns.write(samples, from, rows, out)))
                .coefficients()[0];
        Shooting shooting = new Shooting(columns, paths, smoothed(paths, samples), order);
        double[] polished = shooting.polish(c, steps);
        return Double.isFinite(shooting.misfit())
                ? new HamiltonianFit(
                        HamiltonianFit.law(columns, polished), begin.ridge(), begin.freedom(), shooting.misfit())
                : begin;
    }

    private static List<Path> smoothed(List<Path> paths, Samples samples) {
        List<Path> smooth = new ArrayList<>();
        int at = 0;
        for (Path path : paths) {
            int length = path.x().length;
            smooth.add(new Path(path.name(), path.time(), Arrays.copyOfRange(samples.x(), at, at + length)));
            at += length;
        }
        return smooth;
    }

    /// Few ridges by least squares, then moved by Gauss-Newton; kept only where rows held out of the fit agree.
    public static HamiltonianFit polished(Key key, Samples samples, HamiltonianFit.Plan plan, int steps) {
        HamiltonianFit begin = HamiltonianFit.of(key, samples, plan);
        int[] order = key.fold(9).permutation(samples.count());
        int cut = samples.count() * 4 / 5;
        Samples part = samples.rows(Arrays.copyOf(order, cut));
        Samples rest = samples.rows(Arrays.copyOfRange(order, cut, order.length));
        Ridges ridges = Ridges.draw(key.fold(1), part, Math.min(POLISHED, plan.width()), Ridges.Sight.WHOLE, 1);
        HamiltonianFit small = HamiltonianFit.single(part, ridges, plan);
        TanhSum energy = new Polish(part, small.law().energy(), small.ridge()).run(steps);
        HamiltonianFit moved = new HamiltonianFit(
                new Hamiltonian(energy, new double[0], new double[0]), small.ridge(), small.freedom(), small.score());
        HamiltonianFit large = HamiltonianFit.of(key, part, plan);
        return error(moved.law(), rest) < error(large.law(), rest) ? moved : begin;
    }

    private static double error(Hamiltonian law, Samples samples) {
        double[] sd = samples.slopeDeviation();
        double[] slopes = law.slopes(samples);
        double sum = 0;
        for (int i = 0; i < slopes.length; i++) {
            double off = (slopes[i] - samples.slope()[i]) / sd[i % sd.length];
            sum += off * off;
        }
        return sum;
    }
}
