package thalweg.flow.chain;

import java.util.Arrays;

/// The warm-up of a chain: which draws the metric is made from, and when.
///
/// With slopes the metric follows every draw, from a near window that a far one replaces after 10 draws early, after
/// 80,
/// growing by half, later; the first 30 % is early, the last 15 % is for the step size alone. With draws, Stan's
/// windows. Seyboldt, Carlson and Carpenter (2026), arXiv:2603.18845; Carpenter et al., J. Stat. Softw. 76 (2017) 1.
record Adaptation(Warmup warmup) {
    private static final double EARLY = 0.3;
    private static final double LATE = 0.15;
    private static final int EARLY_SPAN = 10;
    private static final int SPAN = 80;
    private static final double GROWTH = 1.5;

    /// The low-rank metric costs an eigenproblem, so it follows only every so many draws.
    private static final int EVERY = 10;

    /// Where a metric begins: slopes say the scale at once, `D^2 = 1/|g|`.
    Metric first(double[] slope) {
        int d = slope.length;
        if (warmup.mass() != Mass.SLOPES && warmup.mass() != Mass.LOW_RANK) {
            return Metric.identity(d);
        }
        double[] scale = new double[d];
        for (int i = 0; i < d; i++) {
            double g = Math.abs(slope[i]);
            scale[i] = g > 1e-10 && g < 1e10 ? 1 / Math.sqrt(g) : 1;
        }
        return Metric.diagonal(scale);
    }

    Tuning begin(Metric metric, double step) {
        int d = metric.size();
        return new Tuning(0, metric, DualAverage.from(step), Window.of(d), Window.of(d), EARLY_SPAN);
    }

    /// Whether transition number `n` of the warm-up is followed by another metric that wants a step size of its own.
    boolean restarts(long n) {
        if (warmup.windowed()) {
            return Arrays.stream(warmup.windows()).anyMatch(end -> end == n);
        }
        return warmup.mass() != Mass.FIXED && n == (long) (EARLY * warmup.steps());
    }

    /// The tuning after a transition to a place with a slope.
    Tuning after(Tuning now, double[] place, double[] slope, Transition last) {
        long n = now.done();
        DualAverage steps = now.steps().after(last.acceptance(), warmup.target());
        if (warmup.mass() == Mass.FIXED) {
            return new Tuning(n + 1, now.metric(), steps, now.near(), now.far(), now.span());
        }
        return warmup.windowed() ? byPlan(now, n, steps, place, slope) : bySlopes(now, n, steps, place, slope);
    }

    private Tuning byPlan(Tuning now, long n, DualAverage steps, double[] place, double[] slope) {
        int[] ends = warmup.windows();
        int d = place.length;
        int last = ends.length == 0 ? -1 : ends[ends.length - 1];
        int begin = warmup.steps() >= 150 ? 75 : (int) (0.15 * warmup.steps());
        Window near = now.near();
        if (n >= begin && n <= last) {
            near = near.with(place, slope, warmup.mass() == Mass.DENSE);
        }
        Metric metric = now.metric();
        if (restarts(n)) {
            metric = warmup.mass() == Mass.DENSE ? Covariance.dense(near, metric) : Covariance.draws(near);
            near = Window.of(d);
        }
        return new Tuning(n + 1, metric, steps, near, now.far(), now.span());
    }

    private Tuning bySlopes(Tuning now, long n, DualAverage steps, double[] place, double[] slope) {
        double early = EARLY * warmup.steps();
        double late = (1 - LATE) * warmup.steps();
        if (n >= late) {
            return new Tuning(n + 1, now.metric(), steps, now.near(), now.far(), now.span());
        }
        boolean keep = warmup.mass() == Mass.LOW_RANK;
        Window near = now.near().with(place, slope, keep);
        Window far = now.far().with(place, slope, keep);
        double span = n < early ? EARLY_SPAN : Math.max(now.span(), SPAN);
        boolean room = n < early || late - n >= span;
        if (far.count() >= span && room) {
            near = far;
            far = Window.of(place.length);
            span = n < early ? EARLY_SPAN : span * GROWTH;
        }
        Metric metric = now.metric();
        if (near.count() >= 3) {
            boolean wide = keep && near.count() >= EVERY && (n % EVERY == 0 || n + 1 >= late);
            metric = wide
                    ? Covariance.lowRank(near, metric)
                    : metric.isDiagonal() ? Covariance.slopes(near, metric) : metric;
        }
        return new Tuning(n + 1, metric, steps, near, far, span);
    }
}
