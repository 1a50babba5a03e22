package thalweg.peers;

import java.lang.management.ManagementFactory;

/// Times a piece of work in one process: warmed up for a while, then sampled for a while.
final class Timing {
    private Timing() {}

    /// @param warm seconds to run before the first sample, at least one repetition
    /// @param sample seconds to sample, at least five repetitions
    /// @param scale turns the seconds of one repetition into a sample
    static Work.Samples of(Runnable work, double warm, double sample, java.util.function.DoubleUnaryOperator scale) {
        long begin = System.nanoTime();
        work.run();
        while ((System.nanoTime() - begin) / 1e9 < warm) {
            work.run();
        }
        double started = ManagementFactory.getRuntimeMXBean().getUptime() / 1e3;
        java.util.List<Double> values = new java.util.ArrayList<>();
        long from = System.nanoTime();
        while (values.size() < 5 || (System.nanoTime() - from) / 1e9 < sample && values.size() < 100_000) {
            long t = System.nanoTime();
            work.run();
            values.add(scale.applyAsDouble((System.nanoTime() - t) / 1e9));
        }
        return new Work.Samples(started, values.stream().mapToDouble(v -> v).toArray());
    }
}
