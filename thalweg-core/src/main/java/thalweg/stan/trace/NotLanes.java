package thalweg.stan.trace;

/// Thrown where a loop turns out not to run as lanes, with the reason; the loop is then run in another way.
final class NotLanes extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotLanes(String reason) {
        super(reason, null, false, false);
    }
}
