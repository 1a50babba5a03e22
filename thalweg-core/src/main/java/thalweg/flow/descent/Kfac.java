package thalweg.flow.descent;

import thalweg.array.Misuse;
import thalweg.flow.Flow;
import thalweg.landscape.Layered;
import thalweg.landscape.Likelihood;

/// The natural descent with Fisher's matrix taken apart into products, one a dense layer:
/// `G_l = <a a'> (x) <d d'>`, `a` the inputs of the layer with a 1 behind, `d` the slopes of `-ln p` by its sums, over
/// targets drawn from the model (exactly, by a root of the information of the outputs).
///
/// The damping is shared between the two factors by their traces. An adaptive step goes the way and keeps the momentum
/// that make the quadratic model with the exact Fisher matrix least, `s = alpha D + mu s_last`, and the damping follows
/// that model.
///
/// Martens and Grosse, ICML 2015, arXiv:1503.05671: sections 2 to 7.
///
/// @param step of a step that is not adaptive
/// @param damping in units of the metric; the first one if it adapts
/// @param adaptive whether length, momentum and damping follow the quadratic model
/// @param period steps from one renewal of the factors to the next
/// @param share of the rows that factors and quadratic model are taken from, evenly spread
public record Kfac(double step, double damping, boolean adaptive, int period, double share) {
    /// @throws Misuse for numbers out of range
    public Kfac {
        Rates.positive(step);
        if (!(damping >= 0) || Double.isInfinite(damping) || (adaptive && damping == 0)) {
            throw new Misuse(
                    "a damping of " + damping,
                    adaptive ? "a positive number" : "0 or more",
                    "the default is 0.1, adaptive; 0 is the step without damping");
        }
        if (period < 1) {
            throw new Misuse("new factors every " + period + " steps", "1 or more", "the default is 10");
        }
        if (!(share > 0 && share <= 1)) {
            throw new Misuse("a share of " + share, "above 0, at most 1", "the default is 1/4");
        }
    }

    /// Adaptive steps; factors from a quarter of the rows, renewed every 10 steps.
    public Kfac() {
        this(1, 0.1, true, 10, 0.25);
    }

    /// Steps of one length without damping or momentum, in the factors of all rows at each place.
    public static Kfac undamped(double step) {
        return new Kfac(step, 0, false, 1, 1);
    }

    /// The flow on a likelihood whose model is this network.
    ///
    /// @throws Misuse at its beginning, if a leaf of the place belongs to no dense layer; its name is said
    public <S> Flow<S, Descending<Integer>> on(Layered<S> network, Likelihood<S> likelihood) {
        return new KfacFlow<>(this, network, likelihood);
    }

    /// How many directions the factors of the last renewal determined; all of them where there was damping.
    public static int rank(Descending<?> now) {
        return (int) now.tally()[NaturalFlow.RANK];
    }
}
