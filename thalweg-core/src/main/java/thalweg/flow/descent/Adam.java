package thalweg.flow.descent;

import org.jspecify.annotations.Nullable;
import thalweg.array.Key;
import thalweg.array.Misuse;
import thalweg.array.Tensor;
import thalweg.array.Tree;
import thalweg.flow.Ending;
import thalweg.flow.Flow;
import thalweg.landscape.Reading;
import thalweg.landscape.Source;

/// Descent with a step of its own for each coordinate: with slope `g` and `m`, `v` the fading means of `g` and `g^2`,
///
///     x <- x - rate * (m / (1 - first^n)) / (sqrt(v / (1 - second^n)) + floor)
///
/// Kingma and Ba, ICLR 2015, algorithm 1.
///
/// @param rate step size
/// @param first how much of the mean slope stays a step
/// @param second how much of the mean square stays a step
/// @param floor added to the root of the mean square
public record Adam(double rate, double first, double second, double floor) {
    public Adam {
        if (!(rate > 0 && first >= 0 && first < 1 && second >= 0 && second < 1 && floor >= 0)) {
            throw new Misuse(
                    "Adam with rate " + rate + ", means " + first + " and " + second + ", floor " + floor,
                    "a rate above 0, means from 0 to below 1, a floor of 0 or more",
                    "correct the number");
        }
    }

    /// The constants of the paper: 0.9, 0.999, 1e-8.
    public Adam(double rate) {
        this(rate, 0.9, 0.999, 1e-8);
    }

    /// All that a step needs to go on.
    ///
    /// @param kept what the source keeps
    public record State<S, W>(S at, S mean, S square, W kept, long step, double height, double slope) {}

    /// The descent on slopes from a source.
    public <S, W> Flow<S, State<S, W>> on(Source<S, W> source) {
        return new Descent<>(this, source);
    }

    private record Descent<S, W>(Adam method, Source<S, W> source) implements Flow<S, State<S, W>> {
        @Override
        public State<S, W> begin(S at, Key key) {
            S zero = Tree.map(at, tensor -> tensor.times(0));
            return new State<>(at, zero, zero, source.begin(at, key), 0, Double.NaN, Double.NaN);
        }

        @Override
        public State<S, W> step(State<S, W> now, Key key) {
            Reading<S, W> read = source.read(now.at(), now.kept(), key);
            long n = now.step() + 1;
            S mean = Tree.zip(now.mean(), read.slope(), (m, g) -> faded(m, g, method.first));
            S square = Tree.zip(now.square(), read.slope(), (v, g) -> faded(v, g.square(), method.second));
            double scale = method.rate / (1 - StrictMath.pow(method.first, (double) n));
            double spread = 1 / (1 - StrictMath.pow(method.second, (double) n));
            S move = Tree.zip(
                    mean,
                    square,
                    (m, v) -> m.times(scale).over(v.times(spread).sqrt().plus(method.floor)));
            return new State<>(
                    Tree.zip(now.at(), move, Tensor::minus),
                    mean,
                    square,
                    read.kept(),
                    n,
                    read.height().value(),
                    length(read.slope()));
        }

        private static Tensor faded(Tensor mean, Tensor fresh, double stays) {
            return mean.times(stays).plus(fresh.times(1 - stays));
        }

        private static double length(Object slope) {
            double sum = 0;
            for (Tensor leaf : Tree.of(slope).leaves()) {
                sum += leaf.square().sum().value();
            }
            return Math.sqrt(sum);
        }

        @Override
        public S place(State<S, W> now) {
            return now.at();
        }

        @Override
        public double height(State<S, W> now) {
            return now.height();
        }

        @Override
        public double slope(State<S, W> now) {
            return now.slope();
        }

        @Override
        public @Nullable Ending ending(State<S, W> now, long step) {
            return now.step() > 0 && !Double.isFinite(now.height() + now.slope())
                    ? new Ending.Diverged(
                            "the loss or its slope is not finite; try a smaller rate", step, "height " + now.height())
                    : null;
        }
    }
}
