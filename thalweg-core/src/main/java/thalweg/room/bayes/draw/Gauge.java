package thalweg.room.bayes.draw;

import java.util.Optional;

/// What a Hamiltonian sampler says of itself at each draw, under the names of CmdStan.
public enum Gauge {
    HEIGHT("lp__"),
    ACCEPTANCE("accept_stat__"),
    STEP("stepsize__"),
    DEPTH("treedepth__"),
    LEAPFROGS("n_leapfrog__"),
    DIVERGENT("divergent__"),
    ENERGY("energy__"),
    /// the length of the path of static HMC, which CmdStan writes where NUTS has depth and leapfrogs
    TIME("int_time__");

    private final String word;

    Gauge(String word) {
        this.word = word;
    }

    /// The heading of its column.
    public String word() {
        return word;
    }

    /// The gauge that a heading names, if it names one.
    public static Optional<Gauge> of(String heading) {
        for (Gauge gauge : values()) {
            if (gauge.word.equals(heading)) {
                return Optional.of(gauge);
            }
        }
        return heading.equals("diverging") ? Optional.of(DIVERGENT) : Optional.empty();
    }
}
