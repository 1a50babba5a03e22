package thalweg.peers;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import thalweg.array.Key;
import thalweg.array.Tensor;
import thalweg.array.Tree;
import thalweg.array.run.Compiled;
import thalweg.array.transform.Calculus;

/// The gradient of the softmax cross-entropy of a network 784-256-10 (tanh) on a batch of 128.
record ClassifierWork() implements Work {
    private static final int BATCH = 128;

    record Net(Tensor w1, Tensor b1, Tensor w2, Tensor b2) {}

    @Override
    public String name() {
        return "mlp";
    }

    @Override
    public String says() {
        return "gradient of a 784-256-10 network's cross-entropy, batch 128";
    }

    @Override
    public List<String> cases() {
        return List.of("784-256-10");
    }

    @Override
    public String unit() {
        return "ms a gradient";
    }

    @Override
    public List<Peer> peers() {
        return List.of(new Peer("jax", "jax", "mlp.py"), new Peer("torch", "torch", "mlp.py"));
    }

    @Override
    public Samples run(String variant, int threads) {
        Key key = Key.of(0);
        Tensor x = Tensor.of(key.fold(1).uniforms(BATCH * 784), BATCH, 784);
        double[] one = new double[BATCH * 10];
        long[] label = key.fold(2).integers(BATCH, 10);
        for (int i = 0; i < BATCH; i++) {
            one[i * 10 + (int) label[i]] = 1;
        }
        Tensor target = Tensor.of(one, BATCH, 10);
        Net net = new Net(
                Tensor.of(
                        Arrays.stream(key.fold(3).normals(784 * 256))
                                .map(v -> v / 28)
                                .toArray(),
                        784,
                        256),
                Tensor.zeros(256),
                Tensor.of(
                        Arrays.stream(key.fold(4).normals(2560))
                                .map(v -> v / 16)
                                .toArray(),
                        256,
                        10),
                Tensor.zeros(10));
        Function<Net, Tensor> loss = n -> {
            Tensor logits = x.matmul(n.w1()).plus(n.b1()).tanh().matmul(n.w2()).plus(n.b2());
            return logits.logSumExp(1).sum().minus(logits.times(target).sum()).times(1.0 / BATCH);
        };
        Compiled<Net, Calculus.Slope<Net>> slope = Compiled.compile(Calculus.valueAndGrad(loss));
        Compiled.Flat flat = slope.flat(net);
        double[][] in = Tree.of(net).leaves().stream().map(Tensor::toArray).toArray(double[][]::new);
        double[][] out = new double[in.length + 1][];
        out[0] = new double[1];
        for (int i = 0; i < in.length; i++) {
            out[i + 1] = new double[in[i].length];
        }
        return Timing.of(() -> flat.call(in, out), 3, 1, seconds -> 1e3 * seconds);
    }
}
