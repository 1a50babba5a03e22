package thalweg.flow.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import thalweg.array.Key;
import thalweg.array.Tensor;
import thalweg.flow.Field;
import thalweg.flow.Phase;
import thalweg.flow.Run;
import thalweg.flow.Separable;
import thalweg.landscape.Energy;
import thalweg.system.HenonHeiles;

class AdjointTest {
    private static final int STEPS = 1000;
    private static final double H = 0.02;

    /// `re + i im`, enough of it for Hénon and Heiles.
    private record C(double re, double im) {
        C plus(C y) {
            return new C(re + y.re, im + y.im);
        }

        C times(C y) {
            return new C(re * y.re - im * y.im, re * y.im + im * y.re);
        }

        C times(double y) {
            return new C(re * y, im * y);
        }
    }

    private static C[] slope(C x, C y) {
        return new C[] {
            x.plus(x.times(y).times(2)), y.plus(x.times(x)).plus(y.times(y).times(-1))
        };
    }

    /// `L = |q - (0.1, 0.2)|^2 + p_x p_y` after 1000 steps of Verlet, its derivative by the complex step: exact to
    /// rounding, without differences.
    private static double complexStep(double[] start, int by) {
        C[] s = new C[4];
        for (int i = 0; i < 4; i++) {
            s[i] = new C(start[i], i == by ? 1e-40 : 0);
        }
        for (int n = 0; n < STEPS; n++) {
            for (int half = 0; half < 2; half++) {
                C[] v = slope(s[0], s[1]);
                s[2] = s[2].plus(v[0].times(-0.5 * H));
                s[3] = s[3].plus(v[1].times(-0.5 * H));
                if (half == 0) {
                    s[0] = s[0].plus(s[2].times(H));
                    s[1] = s[1].plus(s[3].times(H));
                }
            }
        }
        C dx = s[0].plus(new C(-0.1, 0));
        C dy = s[1].plus(new C(-0.2, 0));
        return dx.times(dx).plus(dy.times(dy)).plus(s[2].times(s[3])).im / 1e-40;
    }

    @Test
    void equalsTheComplexStepAfterAThousandSteps() {
        double[] at = {0.3, 0, 0, 0.3};
        Phase<Tensor> start = new Phase<>(Tensor.vector(at[0], at[1]), Tensor.vector(at[2], at[3]));
        Energy<Phase<Tensor>> loss = end -> end.place()
                .minus(Tensor.vector(0.1, 0.2))
                .square()
                .sum()
                .plus(end.momentum().get(0).times(end.momentum().get(1)));
        Phase<Tensor> byStart = Verlet.kickFirst(H)
                .adjoint(HenonHeiles.law())
                .of(loss, start, STEPS)
                .byStart();
        double[] found = {
            byStart.place().at(0),
            byStart.place().at(1),
            byStart.momentum().at(0),
            byStart.momentum().at(1)
        };
        double worst = 0;
        for (int i = 0; i < 4; i++) {
            double expected = complexStep(at, i);
            worst = Math.max(worst, Math.abs(found[i] - expected) / Math.abs(expected));
        }
        assertThat(worst).isCloseTo(0, within(1e-10));
    }

    /// A driven, damped oscillator `x'' = -k x - c x' + a cos t`, parameters (k, c, a).
    private static Field<Tensor> driven(Tensor parameters) {
        return (t, s) -> Tensor.stack(
                s.get(1),
                s.get(0)
                        .times(parameters.get(0))
                        .plus(s.get(1).times(parameters.get(1)))
                        .neg()
                        .plus(t.cos().times(parameters.get(2))));
    }

    private static final Energy<Tensor> SQUARE = end -> end.square().sum();

    /// The loss of the discrete motion itself, differentiated by a quotient of order 6.
    private static double quotient(java.util.function.DoubleUnaryOperator loss) {
        double h = 1e-2;
        double[] weights = {45, -9, 1};
        double sum = 0;
        for (int k = 1; k <= 3; k++) {
            sum += weights[k - 1] * (loss.applyAsDouble(k * h) - loss.applyAsDouble(-k * h));
        }
        return sum / (60 * h);
    }

    @Test
    void fieldsArePulledBackThroughRungeKutta() {
        Tensor parameters = Tensor.vector(1.3, 0.2, 0.7);
        Tensor start = Tensor.vector(0.4, -0.3);
        var exact = RungeKutta.classical(0.05)
                .adjoint(AdjointTest::driven, parameters, 123)
                .of(SQUARE, start);
        assertThat(exact.loss())
                .isEqualTo(SQUARE.at(Run.of(RungeKutta.classical(0.05).on(driven(parameters)), start, Key.of(0))
                                .steps(123)
                                .last())
                        .value());
        for (int i = 0; i < 3; i++) {
            int by = i;
            double expected = quotient(d -> RungeKutta.classical(0.05)
                    .adjoint(AdjointTest::driven, moved(parameters, by, d), 123)
                    .of(SQUARE, start)
                    .loss());
            assertThat(exact.byParameters().at(i)).isCloseTo(expected, within(1e-10 * Math.abs(expected) + 1e-12));
        }
        for (int i = 0; i < 2; i++) {
            int by = i;
            double expected = quotient(d -> RungeKutta.classical(0.05)
                    .adjoint(AdjointTest::driven, parameters, 123)
                    .of(SQUARE, moved(start, by, d))
                    .loss());
            assertThat(exact.byStart().at(i)).isCloseTo(expected, within(1e-10));
        }
    }

    /// At a tolerance of 1e-13 the discrete motion is the motion, whose start derivative is `exp` of a constant matrix:
    /// `x'' = -k x` has `x(t) = cos(w t) x0 + sin(w t) v0 / w`.
    @Test
    void adaptiveStepsArePulledBackAsTheyWereTaken() {
        double t = 3;
        double w = Math.sqrt(1.3);
        Energy<Tensor> place = end -> end.get(0);
        for (int order : new int[] {5, 8}) {
            var exact = new DormandPrince(1e-13, 1e-13, order)
                    .adjoint(AdjointTest::driven, Tensor.vector(1.3, 0, 0), t)
                    .of(place, Tensor.vector(0.4, -0.3));
            assertThat(exact.byStart().at(0)).isCloseTo(StrictMath.cos(w * t), within(1e-11));
            assertThat(exact.byStart().at(1)).isCloseTo(StrictMath.sin(w * t) / w, within(1e-11));
            double byK = (-0.4 * t * StrictMath.sin(w * t)
                            - 0.3 * (t * StrictMath.cos(w * t) / w - StrictMath.sin(w * t) / (w * w)))
                    / (2 * w);
            assertThat(exact.byParameters().at(0)).isCloseTo(byK, within(1e-11));
        }
    }

    /// `V = k q^2 / 2 + l q^4`, `T = p^2 / (2 m)`, by (k, l, m).
    private static Separable<Tensor> spring(Tensor c) {
        return new Separable<>(
                p -> p.square().sum().over(c.get(2).times(2)),
                q -> q.square()
                        .sum()
                        .times(c.get(0))
                        .times(0.5)
                        .plus(q.square().square().sum().times(c.get(1))));
    }

    @Test
    void parametersOfALawAreReachedInConstantMemory() {
        Tensor parameters = Tensor.vector(1.3, 0.2, 1.7);
        Phase<Tensor> start = new Phase<>(Tensor.vector(0.4), Tensor.vector(-0.3));
        Energy<Phase<Tensor>> loss =
                end -> end.place().square().sum().plus(end.momentum().sum());
        Splitting method = Composition.yoshida4(0.05);
        var exact = method.adjoint(AdjointTest::spring, parameters).of(loss, start, 500);
        for (int i = 0; i < 3; i++) {
            int by = i;
            double expected = quotient(d -> method.adjoint(AdjointTest::spring, moved(parameters, by, 0.1 * d))
                            .of(loss, start, 500)
                            .loss())
                    * 10;
            assertThat(exact.byParameters().at(i)).isCloseTo(expected, within(1e-9 * Math.abs(expected)));
        }
        assertThat(exact.byStart().place().at(0))
                .isCloseTo(
                        method.adjoint(spring(parameters))
                                .of(loss, start, 500)
                                .byStart()
                                .place()
                                .at(0),
                        within(1e-13));
    }

    private static Tensor moved(Tensor at, int by, double change) {
        double[] x = at.toArray();
        x[by] += change;
        return Tensor.vector(x);
    }
}
