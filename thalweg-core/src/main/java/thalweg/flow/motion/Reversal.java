package thalweg.flow.motion;

import java.util.Arrays;
import thalweg.array.Key;
import thalweg.array.Misuse;
import thalweg.flow.Phase;
import thalweg.landscape.Flat;

/// A splitting run forwards and then backwards in constant memory, a cotangent carried along.
///
/// Drift `q += a T'(p)`: `pbar += a T''(p) qbar`. Kick `p -= b V'(q)`: `qbar -= b V''(q) pbar`, and for a parameter in
/// V
/// `cbar -= b dV'/dc pbar`. Going back, each part is first undone with the same increment. Sums are kept in twice the
/// precision, so what is undone is what was done.
final class Reversal<Q> {
    final double loss;
    final Phase<Q> last;
    final Phase<Q> byStart;

    /// One half of the law: its slope, and its second derivatives pulled back.
    interface Part {
        void slope(double[] x, double[] out);

        /// Adds `factor` times the derivative of `v . slope(x)` by the place and by the parameters.
        void pull(double[] x, double[] v, double factor, double[] byPlace, double[] byParameters);
    }

    /// A part without parameters.
    record Plain(Flat<?> flat, double[] work) implements Part {
        Plain(Flat<?> flat) {
            this(flat, new double[flat.size()]);
        }

        @Override
        public void slope(double[] x, double[] out) {
            flat.slope(x, out);
        }

        @Override
        public void pull(double[] x, double[] v, double factor, double[] byPlace, double[] byParameters) {
            flat.product(x, v, work);
            for (int i = 0; i < work.length; i++) {
                byPlace[i] += factor * work[i];
            }
        }
    }

    /// A place with the parameters of the law there.
    record Joint<Q, P>(Q place, P parameters) {}

    /// A part with parameters: the energy of place and parameters together, whose second derivatives hold the mixed
    /// ones.
    record Parametric(Flat<?> flat, Flat<?> joint, double[] x, double[] v, double[] work) implements Part {
        Parametric(Flat<?> flat, Flat<?> joint, double[] parameters) {
            this(flat, joint, new double[joint.size()], new double[joint.size()], new double[joint.size()]);
            System.arraycopy(parameters, 0, x, flat.size(), parameters.length);
        }

        @Override
        public void slope(double[] place, double[] out) {
            flat.slope(place, out);
        }

        @Override
        public void pull(double[] place, double[] along, double factor, double[] byPlace, double[] byParameters) {
            int n = place.length;
            System.arraycopy(place, 0, x, 0, n);
            System.arraycopy(along, 0, v, 0, n);
            joint.product(x, v, work);
            for (int i = 0; i < n; i++) {
                byPlace[i] += factor * work[i];
            }
            for (int i = 0; i < byParameters.length; i++) {
                byParameters[i] += factor * work[n + i];
            }
        }
    }

    /// @param flow of the same splitting with compensated sums
    /// @param byParameters to be added to
    Reversal(
            SplittingFlow<Q> flow,
            Part kinetic,
            Part potential,
            Flat<Phase<Q>> door,
            Phase<Q> start,
            long steps,
            double[] byParameters) {
        if (steps < 0) {
            throw new Misuse("an adjoint over " + steps + " steps", "0 or more", "give the steps of the motion");
        }
        Splitting method = flow.method();
        Moving now = flow.begin(start, Key.of(0));
        for (long i = 0; i < steps; i++) {
            now = flow.step(now, Key.of(0));
        }
        this.last = flow.place(now);
        int n = now.x().length;
        double[] bar = new double[2 * n];
        this.loss = door.at(door.flat(last), bar);
        double[] placeBar = Arrays.copyOf(bar, n);
        double[] momentumBar = Arrays.copyOfRange(bar, n, 2 * n);
        double[] slope = new double[n];
        double h = method.step();
        double[] drifts = method.drifts();
        double[] kicks = method.kicks();
        for (long s = 0; s < steps; s++) {
            for (int i = kicks.length; i >= 0; i--) {
                if (drifts[i] != 0) {
                    kinetic.slope(now.p(), slope);
                    Compensated.add(now.x(), now.remainder(), 0, slope, -h * drifts[i]);
                    kinetic.pull(now.p(), placeBar, h * drifts[i], momentumBar, byParameters);
                }
                if (i > 0) {
                    potential.slope(now.x(), slope);
                    Compensated.add(now.p(), now.remainder(), n, slope, h * kicks[i - 1]);
                    potential.pull(now.x(), momentumBar, -h * kicks[i - 1], placeBar, byParameters);
                }
            }
        }
        System.arraycopy(placeBar, 0, bar, 0, n);
        System.arraycopy(momentumBar, 0, bar, n, n);
        this.byStart = door.tree(bar);
    }
}
