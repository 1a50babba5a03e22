package thalweg.measure;

import java.util.function.DoubleUnaryOperator;

/// The integral of a function of the difference of two samples' distribution functions.
final class Gap {
    private Gap() {}

    static Outcome between(double[] x, double[] y, DoubleUnaryOperator f) {
        if (x.length == 0 || y.length == 0) {
            return Outcome.none("no numbers in one of the samples");
        }
        String odd = Series.odd("number", x) + Series.odd("in the other sample, number", y);
        if (!odd.isEmpty()) {
            return Outcome.none(odd);
        }
        double[] a = RadixSort.of(x).sorted();
        double[] b = RadixSort.of(y).sorted();
        int i = 0;
        int j = 0;
        double last = Math.min(a[0], b[0]);
        double sum = 0;
        while (i < a.length || j < b.length) {
            double difference = (double) i / a.length - (double) j / b.length;
            double at = j == b.length || i < a.length && a[i] <= b[j] ? a[i++] : b[j++];
            sum += f.applyAsDouble(difference) * (at - last);
            last = at;
        }
        return Outcome.of(sum);
    }
}
