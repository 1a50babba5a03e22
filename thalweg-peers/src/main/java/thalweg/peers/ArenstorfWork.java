package thalweg.peers;

import java.util.List;
import thalweg.array.Key;
import thalweg.array.Tensor;
import thalweg.flow.Flow;
import thalweg.flow.motion.DormandPrince;
import thalweg.flow.motion.Moving;
import thalweg.system.Arenstorf;

/// One turn of Arenstorf's satellite by Dormand and Prince's method of order 8, relative and absolute tolerance 1e-12.
record ArenstorfWork() implements Work {
    @Override
    public String name() {
        return "arenstorf";
    }

    @Override
    public String says() {
        return "one turn of Arenstorf's satellite, Dormand-Prince 8 at 1e-12";
    }

    @Override
    public List<String> cases() {
        return List.of("turn");
    }

    @Override
    public String unit() {
        return "ms a turn";
    }

    @Override
    public List<Integer> threads() {
        return List.of(1);
    }

    @Override
    public List<Peer> peers() {
        return List.of(
                new Peer("Hipparchus", Peer.JVM, "thalweg.peers.HipparchusOrbit"),
                new Peer("scipy", "classic", "arenstorf.py"),
                new Peer("diffrax", "jax", "arenstorf.py"));
    }

    @Override
    public Samples run(String variant, int threads) {
        Flow<Tensor, Moving> flow = new DormandPrince(1e-12).on(new Arenstorf()).until(Arenstorf.PERIOD);
        Key key = Key.of(0);
        return Timing.of(
                () -> {
                    Moving now = flow.begin(Arenstorf.start(), key);
                    while (flow.time(now) < Arenstorf.PERIOD) {
                        now = flow.step(now, key);
                    }
                    if (!(Math.abs(now.x()[0] - 0.994) < 1e-8)) {
                        throw new IllegalStateException("no return: " + now.x()[0]);
                    }
                },
                3,
                2,
                seconds -> 1e3 * seconds);
    }
}
