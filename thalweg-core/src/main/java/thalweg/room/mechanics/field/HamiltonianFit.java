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
    /// @param steepness of the ridges
    public record Plan(int width, Form form, boolean drag, double steepness) {
        /// Any function, without drag.
        public static Plan of(int width) {
            return new Plan(width, Form.GENERAL, false, 1);
        }
    }

    /// Fits samples.
    public static HamiltonianFit of(Key key, Samples samples, Plan plan) {
        if (plan.form() != Form.AUTO) {
            return committee(key, samples, plan);
        }
        HamiltonianFit general =
                committee(key, samples, new Plan(plan.width(), Form.GENERAL, plan.drag(), plan.steepness()));
        HamiltonianFit apart =
                committee(key, samples, new Plan(plan.width(), Form.SEPARABLE, plan.drag(), plan.steepness()));
        return apart.score < general.score ? apart : general;
    }

    private static HamiltonianFit committee(Key key, Samples samples, Plan plan) {
        List<HamiltonianFit> members = new ArrayList<>();
        for (int m = 0; m < COMMITTEE; m++) {
            Ridges ridges = Ridges.draw(
                    key.fold(m),
                    samples,
                    plan.width(),
                    plan.form() == Form.SEPARABLE ? Ridges.Sight.HALVES : Ridges.Sight.WHOLE,
                    plan.steepness());
            members.add(single(samples, ridges, plan));
            if (members.getFirst().score < QUIET || samples.count() * samples.size() > 100_000) {
                break;
            }
        }
        return mean(members);
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
        Gram gram = Gram.of(
                columns.count(),
                1,
                samples.count(),
                samples.size(),
                (from, rows, out) -> columns.write(samples, from, rows, out));
        Ridge ridge = Ridge.of(gram);
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
