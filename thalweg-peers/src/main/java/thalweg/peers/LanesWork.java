package thalweg.peers;

import java.util.List;
import thalweg.array.Key;
import thalweg.array.kernel.Lanes;

/// Our own transcendental functions on 4096 numbers, against SVML through the Vector API.
record LanesWork() implements Work {
    static final int SIZE = 4096;

    @Override
    public String name() {
        return "transcendentals";
    }

    @Override
    public String says() {
        return "tanh, exp, log, sin of 4096 numbers";
    }

    @Override
    public List<String> cases() {
        return List.of("tanh", "exp", "log", "sin");
    }

    @Override
    public String unit() {
        return "ns a number";
    }

    @Override
    public List<Integer> threads() {
        return List.of(1);
    }

    @Override
    public List<Peer> peers() {
        return List.of(new Peer("SVML (Vector API)", Peer.JVM, "thalweg.peers.Svml"));
    }

    static double[] places() {
        double[] x = Key.of(0).uniforms(SIZE);
        for (int i = 0; i < SIZE; i++) {
            x[i] = 0.01 + 3 * x[i];
        }
        return x;
    }

    @Override
    public Samples run(String variant, int threads) {
        double[] x = places();
        double[] y = new double[SIZE];
        Runnable once = switch (variant) {
            case "tanh" -> () -> Lanes.tanh(x, 0, y, 0, SIZE);
            case "exp" -> () -> Lanes.exp(x, 0, y, 0, SIZE);
            case "log" -> () -> Lanes.log(x, 0, y, 0, SIZE);
            default -> () -> Lanes.sin(x, 0, y, 0, SIZE);
        };
        return Timing.of(() -> repeat(once), 2, 1, LanesWork::each);
    }

    static void repeat(Runnable once) {
        for (int i = 0; i < 100; i++) {
            once.run();
        }
    }

    static double each(double seconds) {
        return 1e9 * seconds / SIZE / 100;
    }
}
