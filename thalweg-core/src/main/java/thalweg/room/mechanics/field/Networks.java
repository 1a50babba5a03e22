package thalweg.room.mechanics.field;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import thalweg.array.Key;
import thalweg.array.Tensor;
import thalweg.array.transform.Calculus;
import thalweg.flow.Rate;
import thalweg.flow.Run;
import thalweg.flow.descent.Adam;
import thalweg.flow.descent.Lbfgs;
import thalweg.landscape.Energy;
import thalweg.landscape.FlatFunction;
import thalweg.model.Mlp;

/// Dense networks of two hidden layers trained on slopes: an energy, a plain field, a plain field with a penalty.
///
/// The recipe of Greydanus, Dzamba and Yosinski, NeurIPS 2019 (arXiv:1906.01563): tanh, Adam, all rows at every step;
/// here in double precision and on standardised states.
public final class Networks {
    private final Tensor x;
    private final Tensor slope;
    private final double[] mean;
    private final double[] sd;
    private final double[] slopeSd;
    private final int n;

    /// How to train.
    ///
    /// @param quasi whether by L-BFGS, else by Adam
    /// @param rate step of Adam
    public record Recipe(int width, int steps, double rate, boolean quasi) {}

    public Networks(Samples samples) {
        this.n = samples.size();
        this.mean = samples.mean();
        this.sd = samples.deviation();
        this.slopeSd = samples.slopeDeviation();
        double[] z = new double[samples.x().length];
        double[] w = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = (samples.x()[i] - mean[i % n]) / sd[i % n];
            w[i] = samples.slope()[i] / slopeSd[i % n];
        }
        this.x = Tensor.of(z, samples.count(), n);
        this.slope = Tensor.of(w, samples.count(), n);
    }

    /// A network of `outputs` numbers.
    private Mlp start(Key key, Recipe recipe, int outputs) {
        return Mlp.draw(key, n, recipe.width(), recipe.width(), outputs);
    }

    /// `J dH/dx` of standardised rows, in units of the slopes' deviation: H is in units where this is near 1.
    private Tensor turned(Mlp net, Tensor rows) {
        Tensor grad = Calculus.<Tensor>grad(s -> net.at(s).sum()).apply(rows);
        int d = n / 2;
        double[] factor = new double[n];
        double unit = unit();
        for (int a = 0; a < n; a++) {
            int partner = a < d ? a + d : a - d;
            factor[a] = (a < d ? 1 : -1) * unit / (sd[partner] * slopeSd[a]);
        }
        Tensor swapped = Tensor.concatenate(1, List.of(grad.slice(1, d, n), grad.slice(1, 0, d)));
        return swapped.times(Tensor.vector(factor).rows(rows.size(0)));
    }

    /// The unit of the network's energy: mean of `|slope| |state|`.
    private double unit() {
        double sum = 0;
        for (int a = 0; a < n; a++) {
            sum += slopeSd[a] * sd[a < n / 2 ? a + n / 2 : a - n / 2] / n;
        }
        return sum;
    }

    private Mlp trained(Key key, Recipe recipe, Mlp begin, Energy<Mlp> loss, BooleanSupplier stop) {
        return recipe.quasi()
                ? Run.of(new Lbfgs().on(loss), begin, key)
                        .unless(stop)
                        .steps(recipe.steps())
                        .last()
                : Run.of(new Adam(recipe.rate()).on(loss), begin, key)
                        .unless(stop)
                        .steps(recipe.steps())
                        .last();
    }

    /// Trains an energy.
    public Mlp energy(Key key, Recipe recipe, BooleanSupplier stop) {
        return trained(
                key,
                recipe,
                start(key, recipe, 1),
                net -> turned(net, x).minus(slope).square().mean(),
                stop);
    }

    /// Trains a plain field; with `height` given, adds `strength` times the mean square of `grad H . dx/dt`.
    ///
    /// @param height `grad H` at the rows, `count * n` numbers
    public Mlp field(Key key, Recipe recipe, double @Nullable [] height, double strength, BooleanSupplier stop) {
        if (height == null) {
            return trained(
                    key,
                    recipe,
                    start(key, recipe, n),
                    net -> net.at(x).minus(slope).square().mean(),
                    stop);
        }
        double[] direction = new double[height.length];
        for (int i = 0; i < direction.length; i += n) {
            double size = 0;
            for (int a = 0; a < n; a++) {
                direction[i + a] = height[i + a] * slopeSd[a];
                size += direction[i + a] * direction[i + a];
            }
            double length = size > 0 ? Math.sqrt(size) : 1;
            for (int a = 0; a < n; a++) {
                direction[i + a] /= length;
            }
        }
        Tensor along = Tensor.of(direction, x.size(0), n);
        return trained(
                key,
                recipe,
                start(key, recipe, n),
                net -> {
                    Tensor out = net.at(x);
                    Tensor change = out.times(along).sum(1).square().mean();
                    return out.minus(slope).square().mean().plus(change.times(strength / n));
                },
                stop);
    }

    /// The velocity of a trained energy.
    public Rate.Written turning(Mlp net) {
        return velocity(rows -> turned(net, rows));
    }

    /// The velocity of a trained field.
    public Rate.Written loose(Mlp net) {
        return velocity(net::at);
    }

    /// The Jacobian of a trained energy's velocity.
    public UnaryOperator<double[]> turningJacobian(Mlp net) {
        return jacobian(rows -> turned(net, rows));
    }

    /// The Jacobian of a trained field.
    public UnaryOperator<double[]> looseJacobian(Mlp net) {
        return jacobian(net::at);
    }

    private UnaryOperator<double[]> jacobian(UnaryOperator<Tensor> field) {
        UnaryOperator<Tensor> matrix =
                Calculus.jacobian(z -> field.apply(z.reshape(1, n)).reshape(n));
        return state -> {
            double[] j = matrix.apply(standard(state).reshape(n)).toArray();
            for (int i = 0; i < j.length; i++) {
                j[i] *= slopeSd[i / n] / sd[i % n];
            }
            return j;
        };
    }

    /// The height of a trained energy at a state.
    public double height(Mlp net, double[] state) {
        return net.at(standard(state)).toArray()[0] * unit();
    }

    private Tensor standard(double[] state) {
        double[] z = new double[n];
        Arrays.setAll(z, a -> (state[a] - mean[a]) / sd[a]);
        return Tensor.of(z, 1, n);
    }

    private Rate.Written velocity(UnaryOperator<Tensor> field) {
        FlatFunction<Tensor, Tensor> compiled = FlatFunction.of(field, Tensor.zeros(1, n));
        return (t, state, out) -> {
            double[] z = new double[n];
            for (int a = 0; a < n; a++) {
                z[a] = (state[a] - mean[a]) / sd[a];
            }
            compiled.call(new double[][] {z}, new double[][] {out});
            for (int a = 0; a < n; a++) {
                out[a] *= slopeSd[a];
            }
        };
    }
}
