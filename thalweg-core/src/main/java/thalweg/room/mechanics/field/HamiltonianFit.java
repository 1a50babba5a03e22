package thalweg.room.mechanics.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import thalweg.array.Key;
import thalweg.array.Tensor;
import thalweg.model.TanhSum;

/// A Hamiltonian fitted to slopes by one linear least-squares solution a draw of ridges.
///
/// Where the data are noisy a committee of four draws is averaged, which halves the part of the error that the draw
/// makes; a mean of Hamiltonians is a Hamiltonian.
///
/// @param law what was learned
/// @param ridge of the last draw
/// @param freedom effective number of coefficients
/// @param score cross-validated mean square of weighted slopes
public record HamiltonianFit(Hamiltonian law, double ridge, double freedom, double score) {
    private static final int COMMITTEE = 4;
    private static final double QUIET = 1e-7;
    private static final double[] FLOORS = {1e-15, 1e-12, 1e-10, 1e-8, 1e-6};

    /// What is known of H beforehand.
    public enum Form {
        /// The one of the others that cross-validation prefers.
        AUTO,
        /// Any function of positions and momenta.
        GENERAL,
        /// A function of momenta and a function of positions.
        SEPARABLE
    }

    /// What to fit.
    ///
    /// @param width ridges a draw
    /// @param drag whether momenta may be dragged
    /// @param floor the least ridge, in units of the largest eigenvalue
    public record Plan(int width, Form form, boolean drag, double floor) {
        /// Any function, without drag.
        public static Plan of(int width) {
            return new Plan(width, Form.GENERAL, false, FLOORS[0]);
        }

        /// The same with a form.
        Plan as(Form other) {
            return new Plan(width, other, drag, floor);
        }

        Plan above(double least) {
            return new Plan(width, form, drag, least);
        }

        Plan wide(int other) {
            return new Plan(other, form, drag, floor);
        }
    }

    /// Fits samples; a law whose own motion runs away from the data is fitted again with a larger ridge.
    public static HamiltonianFit of(Key key, Samples samples, Plan plan) {
        HamiltonianFit fit = chosen(key, samples, plan);
        for (double floor : FLOORS) {
            if (floor > plan.floor() && !fit.stays(samples)) {
                fit = chosen(key, samples, plan.above(floor));
            }
        }
        return fit;
    }

    private static HamiltonianFit chosen(Key key, Samples samples, Plan plan) {
        if (plan.form() != Form.AUTO) {
            return committee(key, samples, plan);
        }
        HamiltonianFit general = committee(key, samples, plan.as(Form.GENERAL));
        HamiltonianFit apart = committee(key, samples, plan.as(Form.SEPARABLE));
        return apart.score < general.score ? apart : general;
    }

    /// Whether rollouts from some of the samples keep within twice their spread.
    private boolean stays(Samples samples) {
        int n = samples.size();
        double[] mean = samples.mean();
        double[] sd = samples.deviation();
        double[] slope = samples.slopeDeviation();
        double slow = 0;
        double[] most = new double[n];
        for (int a = 0; a < n; a++) {
            slow = Math.max(slow, sd[a] / slope[a]);
            for (int i = 0; i < samples.count(); i++) {
                most[a] = Math.max(most[a], Math.abs(samples.x()[i * n + a] - mean[a]));
            }
        }
        double[] times = Rollout.times(20 * slow, 21);
        for (int start = 0; start < 6; start++) {
            double[] from = samples.state((int) ((long) start * samples.count() / 6));
            for (double[] state : Rollout.states(law.velocity(), from, times, 1e-6)) {
                for (int a = 0; a < n; a++) {
                    if (!(Math.abs(state[a] - mean[a]) < 2 * most[a])) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static HamiltonianFit committee(Key key, Samples samples, Plan plan) {
        List<HamiltonianFit> members = new ArrayList<>();
        for (int m = 0; m < COMMITTEE; m++) {
            Ridges ridges = Ridges.draw(
                    key.fold(m),
                    samples,
                    plan.width(),
                    plan.form() == Form.SEPARABLE ? Ridges.Sight.HALVES : Ridges.Sight.WHOLE,
                    1);
            members.add(single(samples, ridges, plan));
            if (members.getFirst().score < QUIET || samples.count() * samples.size() > 100_000) {
                boolean small = plan.width() <= 300 && 8 * plan.width() < samples.count() * samples.size();
                return small && !plan.drag() ? better(key, samples, plan, members.getFirst()) : members.getFirst();
            }
        }
        return mean(members);
    }

    /// One draw of twice the ridges where the data are without noise, if it is better.
    private static HamiltonianFit better(Key key, Samples samples, Plan plan, HamiltonianFit small) {
        Ridges ridges = Ridges.draw(
                key.fold(COMMITTEE),
                samples,
                2 * plan.width(),
                plan.form() == Form.SEPARABLE ? Ridges.Sight.HALVES : Ridges.Sight.WHOLE,
                1);
        HamiltonianFit large = single(samples, ridges, plan);
        return large.score < small.score ? large : small;
    }

    static Columns columns(Samples samples, Ridges ridges, Plan plan) {
        double[] weight = samples.slopeDeviation();
        Arrays.setAll(weight, a -> 1 / weight[a]);
        return new Columns(
                ridges,
                null,
                plan.form() == Form.SEPARABLE,
                plan.drag(),
                samples.inputs(),
                samples.mean(),
                samples.deviation(),
                weight);
    }

    /// One draw of ridges.
    static HamiltonianFit single(Samples samples, Ridges ridges, Plan plan) {
        Columns columns = columns(samples, ridges, plan);
        Gram.Writer writer = (from, rows, out) -> columns.write(samples, from, rows, out);
        Gram gram = Gram.of(columns.count(), 1, samples.count(), samples.size(), writer);
        Ridge ridge = Ridge.of(gram, plan.floor()).refined(gram, samples.count(), samples.size(), writer);
        return new HamiltonianFit(
                law(columns, ridge.coefficients()[0]), ridge.lambda(), ridge.freedom(), ridge.score());
    }

    static Hamiltonian law(Columns columns, double[] c) {
        double[] real = columns.physical(c);
        int k = columns.ridges().count();
        int n = columns.size();
        TanhSum energy = new TanhSum(
                Tensor.of(columns.ridges().weight(), k, n),
                Tensor.vector(columns.ridges().bias()),
                Tensor.vector(Arrays.copyOf(real, k)),
                Tensor.vector(columns.centre()),
                Tensor.vector(columns.linear(real)),
                Tensor.of(columns.quadratic(real), n, n));
        int extra = columns.extra();
        int drags = columns.drag() ? n / 2 : 0;
        return new Hamiltonian(
                energy,
                Arrays.copyOfRange(real, extra, extra + drags),
                Arrays.copyOfRange(real, extra + drags, columns.count()));
    }

    private static HamiltonianFit mean(List<HamiltonianFit> members) {
        if (members.size() == 1) {
            return members.getFirst();
        }
        double share = 1.0 / members.size();
        List<TanhSum> sums = members.stream().map(m -> m.law.energy()).toList();
        Tensor linear = sums.getFirst().linear().times(0);
        Tensor quadratic = sums.getFirst().quadratic().times(0);
        for (TanhSum sum : sums) {
            linear = linear.plus(sum.linear().times(share));
            quadratic = quadratic.plus(sum.quadratic().times(share));
        }
        TanhSum energy = new TanhSum(
                Tensor.concatenate(0, sums.stream().map(TanhSum::weight).toList()),
                Tensor.concatenate(0, sums.stream().map(TanhSum::bias).toList()),
                Tensor.concatenate(0, sums.stream().map(TanhSum::coefficient).toList())
                        .times(share),
                sums.getFirst().centre(),
                linear,
                quadratic);
        double[] drag = new double[members.getFirst().law.drag().length];
        double[] input = new double[members.getFirst().law.input().length];
        double score = 0;
        double freedom = 0;
        for (HamiltonianFit member : members) {
            Arrays.setAll(drag, i -> drag[i] + share * member.law.drag()[i]);
            Arrays.setAll(input, i -> input[i] + share * member.law.input()[i]);
            score += share * member.score;
            freedom += share * member.freedom;
        }
        return new HamiltonianFit(new Hamiltonian(energy, drag, input), members.getLast().ridge, freedom, score);
    }
}
