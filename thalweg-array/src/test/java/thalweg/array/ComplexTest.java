package thalweg.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static thalweg.array.transform.Calculus.grad;

import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;

class ComplexTest {
    private static final double[][] POINTS = {{0.3, -1.2}, {-2.5, 0.4}, {1e-3, 2}, {40, 1}, {-700, -3}, {0, 0.5}};

    @Test
    void functionsAgreeWithHipparchus() {
        for (double[] point : POINTS) {
            var peer = new org.hipparchus.complex.Complex(point[0], point[1]);
            Complex z = new Complex(Tensor.of(point[0]), Tensor.of(point[1]));
            Complex w = new Complex(Tensor.of(0.7), Tensor.of(1.1));
            var other = new org.hipparchus.complex.Complex(0.7, 1.1);
            close(z.times(w), peer.multiply(other));
            close(z.over(w), peer.divide(other));
            close(z.log(), peer.log());
            if (point[0] < 100) {
                close(z.exp(), peer.exp());
            }
            if (Math.abs(point[0]) < 100) {
                double size = peer.cosh().norm();
                assertThat(z.logCosh().re().value()).isCloseTo(FastMath.log(size), within(1e-14 * (1 + size)));
                Complex back = z.logCosh().exp();
                close(back, peer.cosh());
            }
        }
        assertThat(new Complex(Tensor.of(-700), Tensor.of(0)).logCosh().re().value())
                .isEqualTo(700 - Math.log(2));
    }

    @Test
    void aRotationIsUnitary() {
        Tensor angle = Tensor.of(0.4);
        Tensor zero = Tensor.of(0);
        Complex phase = Complex.polar(Tensor.of(1), angle);
        Complex u = new Complex(
                Tensor.stack(Tensor.stack(phase.re(), zero), Tensor.stack(zero, phase.re())),
                Tensor.stack(
                        Tensor.stack(phase.im(), zero),
                        Tensor.stack(zero, phase.im().neg())));
        Complex one = u.matmul(u.adjoint());
        assertThat(one.re().toArray()).containsExactly(new double[] {1, 0, 0, 1}, within(1e-15));
        assertThat(one.im().toArray()).containsExactly(new double[] {0, 0, 0, 0}, within(1e-15));
        assertThat(u.trace().re().value()).isCloseTo(2 * Math.cos(0.4), within(1e-15));
    }

    @Test
    void logCoshHasTheSlopeOfTanh() {
        // d Re log cosh(x + iy) / dx = Re tanh(x + iy)
        Tensor y = Tensor.of(0.7);
        Tensor slope = grad((Tensor x) -> new Complex(x, y).logCosh().re()).apply(Tensor.of(-0.9));
        assertThat(slope.value())
                .isCloseTo(new org.hipparchus.complex.Complex(-0.9, 0.7).tanh().getReal(), within(1e-14));
    }

    private static void close(Complex z, org.hipparchus.complex.Complex peer) {
        double tolerance = 1e-14 * Math.max(1, peer.norm());
        assertThat(z.re().value()).isCloseTo(peer.getReal(), within(tolerance));
        assertThat(z.im().value()).isCloseTo(peer.getImaginary(), within(tolerance));
    }
}
