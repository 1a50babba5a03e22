package thalweg.flow.motion;

import org.jspecify.annotations.Nullable;
import thalweg.array.Key;
import thalweg.flow.Dynamics;
import thalweg.flow.Ending;
import thalweg.flow.Flow;
import thalweg.flow.Promise;
import thalweg.flow.Rate;
import thalweg.flow.Structure;
import thalweg.landscape.Coordinates;

/// The whole law with noise, by its plainest step: `x += h ((J - R) grad E + T div(R - J)) + sqrt(2 T h)
/// root(R) noise`.
///
/// Weak order 1. Maruyama (1955). On a harmonic well under overdamped motion `var x = T / (w^2 (1 - h w^2 / 2))`.
///
/// @param step h
public record EulerMaruyama(double step) {
    /// @throws thalweg.array.Misuse if the step is not a positive number
    public EulerMaruyama {
        Steps.positive(step);
    }

    /// The flow of a law.
    public <S> Flow<S, Moving> on(Dynamics<S> law) {
        return new Stochastic<>(step, law, new Bound<>(law.field()::flat));
    }

    private record Stochastic<S>(double step, Dynamics<S> law, Bound<S, Rate<S>> bound) implements Flow<S, Moving> {
        @Override
        public Moving begin(S at, Key key) {
            double[] x = bound.at(at).coordinates().flat(at);
            return new Moving(
                    x,
                    new double[0],
                    new double[0],
                    new double[x.length],
                    new double[1][x.length],
                    new double[Moving.CLOCK]);
        }

        @Override
        public Moving step(Moving now, Key key) {
            double[] x = now.x();
            double[] drift = now.work();
            double[] noise = now.stages()[0];
            bound.get().at(now.clock()[Moving.TIME], x, drift);
            double spread = Math.sqrt(2 * law.temperature() * step);
            if (spread > 0) {
                key.normals(0, noise, 0, noise.length);
                double[] rooted = root(x, noise);
                for (int i = 0; i < x.length; i++) {
                    x[i] += step * drift[i] + spread * rooted[i];
                }
            } else {
                for (int i = 0; i < x.length; i++) {
                    x[i] += step * drift[i];
                }
            }
            now.clock()[Moving.TIME] += step;
            return now;
        }

        private double[] root(double[] x, double[] noise) {
            if (law.drag() instanceof Structure.Unit<?>(double factor)) {
                double root = Math.sqrt(factor);
                for (int i = 0; i < noise.length && root != 1; i++) {
                    noise[i] *= root;
                }
                return noise;
            }
            Coordinates<S> coordinates = bound.get().coordinates();
            return coordinates.flat(law.drag().root(coordinates.tree(x), coordinates.tree(noise)));
        }

        @Override
        public S place(Moving now) {
            return bound.get().coordinates().tree(now.x());
        }

        @Override
        public Promise promise() {
            return Promise.of(law, 1);
        }

        @Override
        public double time(Moving now) {
            return now.clock()[Moving.TIME];
        }

        @Override
        public @Nullable Ending ending(Moving now, long n) {
            return Sound.ending(now.x(), bound.coordinates(), "", n);
        }
    }
}
