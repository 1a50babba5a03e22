package thalweg.flow.motion;

import thalweg.flow.Rate;

/// The step of order 8 whose error is judged by estimates of orders 5 and 3, with a polynomial of order 7: Hairer,
/// Nørsett and Wanner, Solving Ordinary Differential Equations I (1993), II.5 and II.6.
record EighthPair() implements Pair {
    private static final int END = 12;

    @Override
    public int arrays() {
        return 16;
    }

    @Override
    public int last() {
        return END;
    }

    @Override
    public int power() {
        return 8;
    }

    @Override
    public void attempt(Rate<?> rate, double t, double h, double[] x, double[][] k, double[] next) {
        for (int i = 1; i < END; i++) {
            Tableau.sum(x, h, EighthTable.STAGES[i], k, next);
            rate.at(t + EighthTable.NODES[i] * h, next, k[i]);
        }
        Tableau.sum(x, h, EighthTable.WEIGHTS, k, next);
        rate.at(t + h, next, k[END]);
    }

    @Override
    public double error(double h, double[][] k, double[] scale) {
        double five = 0;
        double three = 0;
        for (int i = 0; i < scale.length; i++) {
            double e5 = Pair.dot(EighthTable.ERROR_5, k, i) / scale[i];
            double e3 = Pair.dot(EighthTable.ERROR_3, k, i) / scale[i];
            five += e5 * e5;
            three += e3 * e3;
        }
        if (five == 0 && three == 0) {
            return 0;
        }
        return Math.abs(h) * five / Math.sqrt((five + 0.01 * three) * scale.length);
    }

    @Override
    public void prepare(Rate<?> rate, double t, double h, double[] x, double[][] k, double[] scratch) {
        for (int i = END + 1; i < arrays(); i++) {
            Tableau.sum(x, h, EighthTable.STAGES[i], k, scratch);
            rate.at(t + EighthTable.NODES[i] * h, scratch, k[i]);
        }
    }

    @Override
    public void between(double theta, double h, double[] x, double[] next, double[][] k, double[] out) {
        double left = 1 - theta;
        for (int i = 0; i < x.length; i++) {
            double whole = next[i] - x[i];
            double first = h * k[0][i] - whole;
            double second = 2 * whole - h * (k[END][i] + k[0][i]);
            double c0 = h * Pair.dot(EighthTable.DENSE[0], k, i);
            double c1 = h * Pair.dot(EighthTable.DENSE[1], k, i);
            double c2 = h * Pair.dot(EighthTable.DENSE[2], k, i);
            double c3 = h * Pair.dot(EighthTable.DENSE[3], k, i);
            double upper = c0 + theta * (c1 + left * (c2 + theta * c3));
            out[i] = x[i] + theta * (whole + left * (first + theta * (second + left * upper)));
        }
    }
}
