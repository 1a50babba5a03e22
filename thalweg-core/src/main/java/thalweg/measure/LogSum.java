package thalweg.measure;

/// `log sum_i exp(x_i)`, without overflow.
final class LogSum {
    private LogSum() {}

    static double of(double[] x) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (double v : x) {
            greatest = Math.max(greatest, v);
        }
        if (Double.isInfinite(greatest) || Double.isNaN(greatest)) {
            return greatest;
        }
        double[] part = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            part[i] = StrictMath.exp(x[i] - greatest);
        }
        return greatest + StrictMath.log(Moments.sum(part, 0, part.length));
    }
}
