package thalweg.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;

class SpecialTest {
    @Test
    void errorFunctionAgreesWithHipparchus() {
        for (double x = -6.5; x < 6.5; x += 0.013) {
            assertThat(Unary.ERF.at(x)).isCloseTo(Erf.erf(x), within(1e-15));
        }
        // DLMF table 7.23: erf(0.5)
        assertThat(Unary.ERF.at(0.5)).isCloseTo(0.5204998778130465, within(2e-16));
        assertThat(Unary.ERF.at(Double.NaN)).isNaN();
        assertThat(Unary.ERF.at(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
    }

    @Test
    void logGammaAgreesWithHipparchus() {
        for (double x = 0.001; x < 60; x *= 1.01) {
            double expected = Gamma.logGamma(x);
            assertThat(Unary.LGAMMA.at(x)).isCloseTo(expected, within(4e-15 * Math.max(1, Math.abs(expected))));
        }
        // log 170!
        assertThat(Unary.LGAMMA.at(171)).isCloseTo(706.5730622457874, within(2e-13));
        // Gamma(-0.5) = -2 sqrt(pi)
        assertThat(Unary.LGAMMA.at(-0.5)).isCloseTo(Math.log(2 * Math.sqrt(Math.PI)), within(1e-15));
        // near its zero at 1: log Gamma(1 + z) = -gamma z + pi^2 z^2 / 12
        double z = 1e-9;
        assertThat(Unary.LGAMMA.at(1 + z) / (1 + z - 1)).isCloseTo(-0.5772156649015329, within(2e-9));
        assertThat(Unary.LGAMMA.at(-3)).isInfinite();
    }

    /// x, log Gamma, psi, psi', psi''' by mpmath 1.3 with 30 digits: `loggamma(x), psi(0, x), psi(1, x), psi(3, x)`.
    private static final double[][] MPMATH = {
        {0.001, 6.907178885383853, -1000.5755719318103, 1000001.6425331958, 6000000000006.469},
        {0.07, 2.6227537606032154, -14.753326705581838, 205.5728789694651, 249900.8907647644},
        {0.3, 1.0957979948180756, -3.502524222200133, 12.245364546107732, 743.1417646550498},
        {0.5, 0.5723649429247001, -1.9635100260214235, 4.934802200544679, 97.40909103400244},
        {0.77, 0.18206516866053704, -1.0360581300985359, 2.439646963509367, 17.836161424343945},
        {1.2, -0.08537409000331583, -0.2890398965921884, 1.2673772054237793, 3.2449948647257805},
        {1.9, -0.03898427592308336, 0.35618416116405965, 0.6879720582426356, 0.5940666772243749},
        {2.3, 0.15418945495963046, 0.6000398803639695, 0.5425374586652585, 0.30025713443427243},
        {2.6, 0.35741186354897986, 0.7510474527734763, 0.4678068931245799, 0.1952174052994791},
        {3.3, 0.9870985778947344, 1.0348224890596216, 0.3535015418410618, 0.08584966733688494},
        {5.5, 3.9578139676187165, 1.611093148581751, 0.19934238698962767, 0.015690592675882818},
        {8.1, 8.72738826343204, 2.0288674570805814, 0.13139024657674372, 0.004517200948804659},
        {11.9, 17.25847745059552, 2.4339335368825377, 0.08766320119000419, 0.001344783923695912},
        {12.5, 18.734347511936445, 2.485195651274912, 0.08328522460157838, 0.0011534128049134052},
        {30, 71.25703896716801, 3.384438132685525, 0.033895060357739946, 7.78600366473613e-5},
        {171, 706.5730622457874, 5.138736730024483, 0.005865085826483471, 4.035054231897967e-7},
    };

    @Test
    void polygammaAgreesWithMpmath() {
        for (double[] row : MPMATH) {
            double x = row[0];
            assertThat(Unary.LGAMMA.at(x)).isCloseTo(row[1], within(1e-15 * Math.max(1, Math.abs(row[1]))));
            assertThat(new Pointwise.Polygamma(0).at(x))
                    .isCloseTo(row[2], within(2e-15 * Math.max(1, Math.abs(row[2]))));
            assertThat(new Pointwise.Polygamma(1).at(x)).isCloseTo(row[3], within(2e-15 * row[3]));
            assertThat(new Pointwise.Polygamma(3).at(x)).isCloseTo(row[4], within(2e-15 * row[4]));
        }
        // psi(1 - x) - psi(x) = pi cot(pi x) (DLMF 5.5.4)
        for (double x = 1.15; x < 9; x += 0.3) {
            double difference = new Pointwise.Polygamma(0).at(1 - x) - new Pointwise.Polygamma(0).at(x);
            double cotangent = Math.PI / Math.tan(Math.PI * x);
            assertThat(difference).isCloseTo(cotangent, within(1e-12 * Math.max(1, Math.abs(cotangent))));
        }
        assertThat(new Pointwise.Polygamma(0).at(0)).isNaN();
    }
}
