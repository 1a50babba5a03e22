package thalweg.room.law.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import thalweg.array.Misuse;
import thalweg.room.law.Reference;

class LineTest {
    private static final Reference PEARSON = Reference.read("york_pearson.csv");
    private static final double[] X = PEARSON.column(0);
    private static final double[] Y = PEARSON.column(2);
    private static final double[] SX = errors(1);
    private static final double[] SY = errors(3);

    private static double[] errors(int column) {
        return Arrays.stream(PEARSON.column(column)).map(w -> 1 / Math.sqrt(w)).toArray();
    }

    /// York et al. (2004), with the 18 digits of the file's header.
    @Test
    void pearsonsDataWithYorksWeights() {
        Line line = Line.fit(X, Y, SX, SY);
        assertThat(line.slope()).isCloseTo(-0.480533407446202, within(1e-14));
        assertThat(line.intercept()).isCloseTo(5.479910224032865, within(1e-13));
        assertThat(line.chi2()).isCloseTo(11.8663531940614, within(1e-12));
        assertThat(line.slopeError()).isCloseTo(0.0579850090007744, within(1e-14));
        assertThat(line.interceptError()).isCloseTo(0.294970735493109, within(1e-13));
        assertThat(line.degreesOfFreedom()).isEqualTo(8);
        assertThat(line.birge()).isCloseTo(1.217906, within(1e-6));
    }

    @Test
    void plainLeastSquares() {
        Line line = Line.fit(X, Y);
        assertThat(line.slope()).isCloseTo(-0.539577274984041, within(1e-14));
        assertThat(line.intercept()).isCloseTo(5.76118519043904, within(1e-13));
    }

    @Test
    void weightsInYOnly() {
        Line line = Line.fit(X, Y, SY);
        assertThat(line.slope()).isCloseTo(-0.610812956583934, within(1e-14));
        assertThat(line.intercept()).isCloseTo(6.10010931666576, within(1e-13));
    }

    /// Least squares of y on x with standard errors: the closed form.
    @Test
    void standardErrorsOfPlainLeastSquares() {
        Line line = Line.fit(new double[] {1, 2, 3, 4}, new double[] {1, 3, 2, 5});
        assertThat(line.slope()).isCloseTo(1.1, within(1e-14));
        assertThat(line.intercept()).isCloseTo(0, within(1e-14));
        assertThat(line.chi2()).isCloseTo(2.7, within(1e-14));
        assertThat(line.slopeError()).isCloseTo(Math.sqrt(1.35 / 5), within(1e-14));
        assertThat(line.interceptError()).isCloseTo(Math.sqrt(1.35 * (0.25 + 6.25 / 5)), within(1e-14));
        assertThat(line.covariance()).isCloseTo(-2.5 * 1.35 / 5, within(1e-14));
    }

    /// Exchanging the axes turns the slope over: the fit knows no favoured axis.
    @Test
    void axesMayBeExchanged() {
        double[] r = new double[X.length];
        Arrays.setAll(r, i -> 0.1 * (i % 5) - 0.3);
        Line there = Line.fit(X, Y, SX, SY, r);
        Line back = Line.fit(Y, X, SY, SX, r);
        assertThat(back.slope()).isCloseTo(1 / there.slope(), within(1e-12));
        assertThat(back.intercept()).isCloseTo(-there.intercept() / there.slope(), within(1e-11));
        assertThat(back.chi2()).isCloseTo(there.chi2(), within(1e-11));
    }

    /// A common rotation of points and error ellipses rotates the line.
    @Test
    void correlationTurnsWithTheErrorEllipse() {
        double c = Math.cos(0.4);
        double s = Math.sin(0.4);
        int n = X.length;
        double[] x = new double[n];
        double[] y = new double[n];
        double[] sx = new double[n];
        double[] sy = new double[n];
        double[] r = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = c * X[i] - s * Y[i];
            y[i] = s * X[i] + c * Y[i];
            double a = SX[i] * SX[i];
            double b = SY[i] * SY[i];
            sx[i] = Math.sqrt(c * c * a + s * s * b);
            sy[i] = Math.sqrt(s * s * a + c * c * b);
            r[i] = c * s * (a - b) / (sx[i] * sy[i]);
        }
        double slope = Line.fit(X, Y, SX, SY).slope();
        assertThat(Line.fit(x, y, sx, sy, r).slope()).isCloseTo(Math.tan(Math.atan(slope) + 0.4), within(1e-12));
    }

    @Test
    void refusesWhatIsNoPoint() {
        assertThatThrownBy(() -> Line.fit(X, Y, SX, new double[3])).isInstanceOf(Misuse.class);
        assertThatThrownBy(() -> Line.fit(new double[] {1, 2}, new double[] {1, 2}))
                .isInstanceOf(Misuse.class);
        assertThatThrownBy(() -> Line.fit(new double[] {1, 1, 1}, new double[] {1, 2, 3}))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("all x equal");
        double[] broken = SX.clone();
        broken[4] = -1;
        assertThatThrownBy(() -> Line.fit(X, Y, broken, SY))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("point 5");
    }
}
