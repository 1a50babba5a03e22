package thalweg.flow.descent;

import static thalweg.flow.descent.Descending.EVALUATIONS;
import static thalweg.flow.descent.Descending.HEIGHT;
import static thalweg.flow.descent.Descending.REASON;
import static thalweg.flow.descent.Descending.SIZE;
import static thalweg.flow.descent.Descending.SLOPE;
import static thalweg.flow.descent.Descending.STEPS;
import static thalweg.flow.descent.Descending.TALLY;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import thalweg.array.Key;
import thalweg.array.Tree;
import thalweg.flow.Ending;
import thalweg.flow.Promise;
import thalweg.landscape.Flat;
import thalweg.landscape.Layered;
import thalweg.landscape.Likelihood;

/// K-FAC on plain arrays; [Descending#SIZE] holds the damping.
final class KfacFlow<S> implements Tallied<S, Integer> {
    /// Behind rank: how often the factors were renewed, and whether they are to be before their time.
    private static final int RENEWED = TALLY + 1;

    private static final int DUE = TALLY + 2;
    private static final int LAST = 0;
    private static final int DIRECTION = 1;
    private static final int TRIAL = 2;
    private static final int TRIAL_SLOPE = 3;
    private static final int FACTORS = 4;
    private static final int INVERSES = 5;

    /// Martens and Grosse, sections 5 and 6.5: factors forget with 0.95, damping moves by 19/20 a step; we move it
    /// faster, as the ratio is known at every step.
    private static final double KEPT = 0.95;

    private static final double MOVED = 0.8;
    private static final int SOON = 3;
    private static final double HOPELESS = 1e30;

    private final Kfac method;
    private final Layered<S> network;
    private final Likelihood<S> likelihood;
    private final Ground<S> ground;
    private volatile @Nullable KfacFactors<S> known;

    KfacFlow(Kfac method, Layered<S> network, Likelihood<S> likelihood) {
        this.method = method;
        this.network = network;
        this.likelihood = likelihood;
        this.ground = new Ground<>(likelihood.energy());
    }

    @Override
    public Descending<Integer> begin(S at, Key key) {
        KfacLayers layers = KfacLayers.of(Tree.of(at));
        Flat<S> door = ground.at(at);
        int stride = Math.max(1, (int) Math.round(1 / method.share()));
        known = new KfacFactors<>(layers, network, likelihood.every(stride), at);
        double[] x = door.flat(at);
        double[][] memory = new double[6][x.length];
        memory[FACTORS] = new double[layers.factors()];
        memory[INVERSES] = new double[layers.factors()];
        Descending<Integer> now = new Descending<>(x, new double[x.length], memory, new double[TALLY + 3], 0);
        now.tally()[HEIGHT] = door.at(x, now.slope());
        now.tally()[SLOPE] = Descending.length(now.slope());
        now.tally()[SIZE] = method.damping();
        now.tally()[EVALUATIONS] = 1;
        return now;
    }

    @Override
    public Descending<Integer> step(Descending<Integer> now, Key key) {
        KfacFactors<S> factors = known;
        if (factors == null) {
            throw new IllegalStateException("a step of a flow that has not begun");
        }
        double[] tally = now.tally();
        long n = (long) tally[STEPS];
        tally[STEPS] = n + 1;
        if (n % method.period() == 0 || n < SOON) {
            renew(factors, now);
        } else if (tally[DUE] > 0) {
            invert(factors, now);
        }
        factors.direction(now.memory()[INVERSES], now.slope(), now.memory()[DIRECTION]);
        if (method.adaptive()) {
            adaptive(factors, now);
        } else {
            add(now.x(), method.step(), now.memory()[DIRECTION]);
            measure(now);
        }
        return now;
    }

    private void renew(KfacFactors<S> factors, Descending<Integer> now) {
        double[] kept = now.memory()[FACTORS];
        double[] fresh = now.tally()[RENEWED] == 0 ? kept : new double[kept.length];
        factors.read(now.x(), fresh);
        double weight = method.adaptive() ? Math.min(1 - 1 / (now.tally()[RENEWED] + 1), KEPT) : 0;
        for (int i = 0; i < kept.length; i++) {
            kept[i] = weight == 0 ? fresh[i] : weight * kept[i] + (1 - weight) * fresh[i];
        }
        now.tally()[RENEWED]++;
        invert(factors, now);
    }

    private void invert(KfacFactors<S> factors, Descending<Integer> now) {
        double[] tally = now.tally();
        tally[NaturalFlow.RANK] = factors.invert(now.memory()[FACTORS], tally[SIZE], now.memory()[INVERSES]);
        tally[DUE] = 0;
    }

    /// `s = alpha D + mu s_last`, the least of the quadratic model; a step up is taken back and the damping raised.
    private void adaptive(KfacFactors<S> factors, Descending<Integer> now) {
        double[] tally = now.tally();
        double[] direction = now.memory()[DIRECTION];
        double[] last = now.memory()[LAST];
        double[] three = factors.bends(now.x(), direction, last);
        double damping = tally[SIZE];
        double aa = three[0] + damping * Descending.dot(direction, direction);
        double ab = three[1] + damping * Descending.dot(direction, last);
        double bb = three[2] + damping * Descending.dot(last, last);
        double ga = Descending.dot(now.slope(), direction);
        double gb = Descending.dot(now.slope(), last);
        double determinant = aa * bb - ab * ab;
        boolean both = determinant > 1e-12 * aa * bb;
        double alpha = both ? -(bb * ga - ab * gb) / determinant : -ga / aa;
        double mu = both ? -(aa * gb - ab * ga) / determinant : 0;
        double promised = -0.5 * (alpha * ga + mu * gb);
        double[] trial = now.memory()[TRIAL];
        for (int i = 0; i < trial.length; i++) {
            direction[i] = alpha * direction[i] + mu * last[i];
            trial[i] = now.x()[i] + direction[i];
        }
        double[] slope = now.memory()[TRIAL_SLOPE];
        double height = ground.door().at(trial, slope);
        tally[EVALUATIONS]++;
        double fall = tally[HEIGHT] - height;
        boolean quiet = !(promised > 0x1p-50 * Math.abs(tally[HEIGHT]));
        if (fall >= 0 && (fall > 0 || !quiet)) {
            System.arraycopy(trial, 0, now.x(), 0, trial.length);
            System.arraycopy(slope, 0, now.slope(), 0, trial.length);
            System.arraycopy(direction, 0, last, 0, trial.length);
            tally[HEIGHT] = height;
            tally[SLOPE] = Descending.length(slope);
            double ratio = fall / promised;
            tally[SIZE] *= ratio > 0.75 ? MOVED : ratio < 0.25 ? 1 / MOVED : 1;
            return;
        }
        tally[REASON] = quiet || damping > HOPELESS ? NaturalFlow.STUCK : 0;
        Arrays.fill(last, 0);
        tally[SIZE] = damping * 4;
        tally[DUE] = 1;
    }

    private void measure(Descending<Integer> now) {
        now.tally()[HEIGHT] = ground.door().at(now.x(), now.slope());
        now.tally()[SLOPE] = Descending.length(now.slope());
        now.tally()[EVALUATIONS]++;
    }

    private static void add(double[] x, double factor, double[] direction) {
        for (int i = 0; i < x.length; i++) {
            x[i] += factor * direction[i];
        }
    }

    @Override
    public S place(Descending<Integer> now) {
        return ground.door().tree(now.x());
    }

    @Override
    public boolean draws() {
        return false;
    }

    @Override
    public Promise promise() {
        return new Promise.Descends(method.adaptive());
    }

    @Override
    public @Nullable Ending ending(Descending<Integer> now, long step) {
        return NaturalFlow.ended(now, step);
    }
}
