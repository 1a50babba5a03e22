package thalweg.peers;

import java.util.Arrays;
import java.util.List;
import thalweg.room.law.tail.Sample;
import thalweg.room.law.tail.Tail;

/// A power-law tail fitted with its start searched among all values.
record TailWork() implements Work {
    @Override
    public String name() {
        return "tails";
    }

    @Override
    public String says() {
        return "fit of a power-law tail with its start searched among all values, by the number of points";
    }

    @Override
    public List<String> cases() {
        return List.of("20000", "1000000");
    }

    @Override
    public String unit() {
        return "s";
    }

    @Override
    public List<Integer> threads() {
        return List.of(1);
    }

    @Override
    public List<Peer> peers() {
        return List.of(new Peer("powerlaw", "classic", "tails.py", List.of("20000")));
    }

    @Override
    public Samples run(String variant, int threads) {
        int n = Integer.parseInt(variant);
        double[] x = new double[n];
        Arrays.setAll(x, i -> Math.pow(1 - (i + 0.5) / n, -1 / 1.5));
        return Timing.of(() -> Tail.fit(Sample.continuous(x)), 2, 1, seconds -> seconds);
    }
}
