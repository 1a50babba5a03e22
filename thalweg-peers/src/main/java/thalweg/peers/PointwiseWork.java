package thalweg.peers;

import java.util.List;
import java.util.function.Function;
import thalweg.array.Key;
import thalweg.array.Tensor;
import thalweg.array.run.Compiled;

/// Twelve pointwise operations in a row on a million numbers.
record PointwiseWork() implements Work {
    private static final int SIZE = 1_000_000;

    @Override
    public String name() {
        return "pointwise";
    }

    @Override
    public String says() {
        return "twelve pointwise operations in a row on 1e6 numbers";
    }

    @Override
    public List<String> cases() {
        return List.of("transcendental", "arithmetic");
    }

    @Override
    public String unit() {
        return "ms";
    }

    @Override
    public List<Peer> peers() {
        return List.of(new Peer("jax", "jax", "pointwise.py"), new Peer("torch", "torch", "pointwise.py"));
    }

    @Override
    public Samples run(String variant, int threads) {
        Function<Tensor, Tensor> chain = variant.equals("arithmetic")
                ? v -> {
                    Tensor now = v;
                    for (int i = 0; i < 6; i++) {
                        now = now.times(0.99).plus(0.01);
                    }
                    return now;
                }
                : v -> v.times(0.99)
                        .plus(0.01)
                        .sin()
                        .times(0.5)
                        .plus(0.1)
                        .exp()
                        .times(0.9)
                        .plus(0.2)
                        .sqrt()
                        .times(1.1)
                        .tanh();
        Tensor x = Tensor.of(Key.of(0).uniforms(SIZE), SIZE);
        Compiled.Flat flat = Compiled.compile(chain).flat(x);
        double[][] in = {x.toArray()};
        double[][] out = {new double[SIZE]};
        return Timing.of(() -> flat.call(in, out), 3, 1, seconds -> 1e3 * seconds);
    }
}
