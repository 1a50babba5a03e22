package thalweg.peers;

import java.util.List;

/// One thing that we and our peers both do, and how long ours takes.
public interface Work {
    /// As `./compare` calls it.
    String name();

    /// One sentence: what is done, on what data.
    String says();

    /// The variants, such as sizes; each is measured by itself.
    List<String> cases();

    /// What a sample counts, as `ms a step`, `GFLOP/s`.
    String unit();

    /// Whether a larger sample is better, as for a rate.
    default boolean isRate() {
        return false;
    }

    /// The numbers of threads to compare at.
    default List<Integer> threads() {
        return List.of(1, 2);
    }

    /// The peers: a script of the folder `peers` in an environment of the folder `requirements`.
    List<Peer> peers();

    /// Does the work once as preparation, then repeatedly.
    ///
    /// @return samples in [#unit], of one process
    Samples run(String variant, int threads);

    /// Somebody else's program for the same work.
    ///
    /// @param name as in the table
    /// @param environment the requirement file without `.txt`
    /// @param script file in the folder `peers`; called as `script NAME CASE THREADS`, prints one line of JSON
    /// @param variants the cases it takes part in, empty for all
    record Peer(String name, String environment, String script, List<String> variants) {
        /// The environment of a peer that runs in the JVM; its script is then a class with a `main`.
        static final String JVM = "jvm";

        public Peer(String name, String environment, String script) {
            this(name, environment, script, List.of());
        }

        boolean takes(String variant) {
            return variants.isEmpty() || variants.contains(variant);
        }
    }

    /// What one process measured.
    ///
    /// @param warmup seconds of start, compilation and preparation
    /// @param values one a repetition
    record Samples(double warmup, double[] values) {}
}
