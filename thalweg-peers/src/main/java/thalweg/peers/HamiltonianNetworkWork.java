package thalweg.peers;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import thalweg.array.Key;
import thalweg.array.Tensor;
import thalweg.array.Tree;
import thalweg.array.run.Compiled;
import thalweg.array.transform.Calculus;

/// One Adam step of a Hamiltonian network 2-w-w-1 (tanh): mean squared component of `J grad_x H - dx/dt`.
record HamiltonianNetworkWork(Size size) implements Work {
    enum Size {
        LARGE(200, 750),
        SMALL(32, 100);

        final int width;
        final int batch;

        Size(int width, int batch) {
            this.width = width;
            this.batch = batch;
        }
    }

    record Net(Tensor w1, Tensor b1, Tensor w2, Tensor b2, Tensor w3) {
        /// The energies of `n` states, `[n, 2] -> [n, 1]`.
        Tensor energy(Tensor x) {
            return x.matmul(w1).plus(b1).tanh().matmul(w2).plus(b2).tanh().matmul(w3);
        }
    }

    record State(Net at, Net first, Net second, Tensor step) {}

    @Override
    public String name() {
        return size == Size.LARGE ? "hnn-large" : "hnn-small";
    }

    @Override
    public String says() {
        return "one Adam step of a Hamiltonian network 2-" + size.width + "-" + size.width + "-1, batch " + size.batch;
    }

    @Override
    public List<String> cases() {
        return List.of(size == Size.LARGE ? "large" : "small");
    }

    @Override
    public String unit() {
        return "ms a step";
    }

    @Override
    public List<Peer> peers() {
        return List.of(
                new Peer("jax", "jax", "hnn.py"),
                new Peer("jax (vmap)", "jax", "hnn.py"),
                new Peer("torch", "torch", "hnn.py"),
                new Peer("torch (fused Adam)", "torch", "hnn.py"));
    }

    private static Tensor normal(Key key, double scale, int... shape) {
        int count = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        return Tensor.of(Arrays.stream(key.normals(count)).map(v -> scale * v).toArray(), shape);
    }

    @Override
    public Samples run(String variant, int threads) {
        Key key = Key.of(0);
        int w = size.width;
        double[] place = Arrays.stream(key.fold(9).uniforms(2 * size.batch))
                .map(u -> 2 * u - 1)
                .toArray();
        double[] turned = new double[place.length];
        for (int i = 0; i < place.length; i += 2) {
            turned[i] = 2 * place[i + 1];
            turned[i + 1] = -2 * place[i];
        }
        Tensor x = Tensor.of(place, size.batch, 2);
        Tensor rate = Tensor.of(turned, size.batch, 2);
        Net net = new Net(
                normal(key.fold(1), 1 / Math.sqrt(2), 2, w),
                Tensor.zeros(w),
                normal(key.fold(2), 1 / Math.sqrt(w), w, w),
                Tensor.zeros(w),
                normal(key.fold(3), 1 / Math.sqrt(w), w, 1));
        Function<Net, Tensor> loss = n -> {
            Tensor slope = Calculus.<Tensor>grad(s -> n.energy(s).sum()).apply(x);
            Tensor turn = Tensor.concatenate(
                    1, List.of(slope.slice(1, 1, 2), slope.slice(1, 0, 1).neg()));
            return turn.minus(rate).square().mean();
        };
        State start = new State(
                net,
                Tree.map(net, HamiltonianNetworkWork::zero),
                Tree.map(net, HamiltonianNetworkWork::zero),
                Tensor.of(0.0));
        Compiled<State, State> step =
                Compiled.compile(now -> adam(now, Calculus.grad(loss).apply(now.at())));
        Compiled.Flat flat = step.flat(start);
        double[][][] buffers = new double[2][][];
        buffers[0] = Tree.of(start).leaves().stream().map(Tensor::toArray).toArray(double[][]::new);
        buffers[1] = Tree.of(start).leaves().stream().map(Tensor::toArray).toArray(double[][]::new);
        return Timing.of(
                () -> {
                    flat.call(buffers[0], buffers[1]);
                    double[][] swap = buffers[0];
                    buffers[0] = buffers[1];
                    buffers[1] = swap;
                },
                3,
                1,
                seconds -> 1e3 * seconds);
    }

    private static Tensor zero(Tensor t) {
        return t.times(0);
    }

    /// Kingma and Ba (2015), algorithm 1.
    private static State adam(State now, Net slope) {
        Tensor n = now.step().plus(1);
        Net first = Tree.zip(now.first(), slope, (m, g) -> m.times(0.9).plus(g.times(0.1)));
        Net second = Tree.zip(
                now.second(), slope, (v, g) -> v.times(0.999).plus(g.square().times(0.001)));
        Tensor firstScale =
                n.times(Math.log(0.9)).exp().neg().plus(1).reciprocal().times(1e-3);
        Tensor secondScale = n.times(Math.log(0.999)).exp().neg().plus(1).reciprocal();
        Net move = Tree.zip(
                first,
                second,
                (m, v) -> m.times(firstScale).over(v.times(secondScale).sqrt().plus(1e-8)));
        return new State(Tree.zip(now.at(), move, Tensor::minus), first, second, n);
    }
}
