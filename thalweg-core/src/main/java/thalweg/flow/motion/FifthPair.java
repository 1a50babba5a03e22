package thalweg.flow.motion;

import thalweg.flow.Rate;

/// The step of order 5 with an error of order 4: Dormand and Prince, J. Comput. Appl. Math. 6 (1980) 19; its
/// polynomial of order 4 after Shampine, Math. Comp. 46 (1986) 135.
record FifthPair() implements Pair {
    private static final Tableau TABLEAU = Tableau.DORMAND_PRINCE_5;
    private static final double[] ERROR = {
        -71 / 57600.0, 0, 71 / 16695.0, -71 / 1920.0, 17253 / 339200.0, -22 / 525.0, 1 / 40.0
    };
    private static final double[][] DENSE = {
        {1, -8048581381.0 / 2820520608.0, 8663915743.0 / 2820520608.0, -12715105075.0 / 11282082432.0},
        {0, 0, 0, 0},
        {0, 131558114200.0 / 32700410799.0, -68118460800.0 / 10900136933.0, 87487479700.0 / 32700410799.0},
        {0, -1754552775.0 / 470086768.0, 14199869525.0 / 1410260304.0, -10690763975.0 / 1880347072.0},
        {0, 127303824393.0 / 49829197408.0, -318862633887.0 / 49829197408.0, 701980252875.0 / 199316789632.0},
        {0, -282668133.0 / 205662961.0, 2019193451.0 / 616988883.0, -1453857185.0 / 822651844.0},
        {0, 40617522.0 / 29380423.0, -110615467.0 / 29380423.0, 69997945.0 / 29380423.0}
    };

    @Override
    public int arrays() {
        return 7;
    }

    @Override
    public int last() {
        return 6;
    }

    @Override
    public int power() {
        return 5;
    }

    @Override
    public void attempt(Rate<?> rate, double t, double h, double[] x, double[][] k, double[] next) {
        for (int i = 1; i < 6; i++) {
            Tableau.sum(x, h, TABLEAU.stages()[i], k, next);
            rate.at(t + TABLEAU.nodes()[i] * h, next, k[i]);
        }
        Tableau.sum(x, h, TABLEAU.weights(), k, next);
        rate.at(t + h, next, k[6]);
    }

    @Override
    public double error(double h, double[][] k, double[] scale) {
        double sum = 0;
        for (int i = 0; i < scale.length; i++) {
            double e = h * Pair.dot(ERROR, k, i) / scale[i];
            sum += e * e;
        }
        return Math.sqrt(sum / scale.length);
    }

    @Override
    public void prepare(Rate<?> rate, double t, double h, double[] x, double[][] k, double[] scratch) {
        // the step's own slopes suffice
    }

    @Override
    public void between(double theta, double h, double[] x, double[] next, double[][] k, double[] out) {
        System.arraycopy(x, 0, out, 0, x.length);
        for (int j = 0; j < DENSE.length; j++) {
            double[] c = DENSE[j];
            double weight = h * theta * (c[0] + theta * (c[1] + theta * (c[2] + theta * c[3])));
            for (int i = 0; i < x.length; i++) {
                out[i] += weight * k[j][i];
            }
        }
    }
}
