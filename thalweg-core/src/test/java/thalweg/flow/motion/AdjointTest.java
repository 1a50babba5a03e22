package thalweg.flow.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import thalweg.array.Tensor;
import thalweg.flow.Phase;
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
}
