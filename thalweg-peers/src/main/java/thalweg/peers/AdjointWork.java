package thalweg.peers;

import java.util.List;
import thalweg.array.Tensor;
import thalweg.flow.Phase;
import thalweg.flow.Separable;
import thalweg.flow.motion.Adjoint;
import thalweg.flow.motion.Verlet;
import thalweg.landscape.Energy;

/// The gradient of a loss after 1000 Verlet steps by the start, `V = s / 2 + s^2 / 4`, `s = |q|^2`; states of 2, 6 and
/// 20 numbers.
record AdjointWork() implements Work {
    private static final int STEPS = 1000;

    @Override
    public String name() {
        return "adjoint";
    }

    @Override
    public String says() {
        return "gradient of a loss after 1000 Verlet steps (peers: steps of order 2 as they have them)";
    }

    @Override
    public List<String> cases() {
        return List.of("2", "6", "20");
    }

    @Override
    public String unit() {
        return "ms a gradient";
    }

    @Override
    public List<Integer> threads() {
        return List.of(1);
    }

    @Override
    public List<Peer> peers() {
        return List.of(
                new Peer("torchdiffeq", "torch", "adjoint.py"),
                new Peer("torchdiffeq (adjoint)", "torch", "adjoint.py"),
                new Peer("diffrax", "jax", "adjoint.py"),
                new Peer("jax (scan)", "jax", "adjoint.py"));
    }

    @Override
    public Samples run(String variant, int threads) {
        int n = Integer.parseInt(variant) / 2;
        Energy<Tensor> potential = q -> {
            Tensor s = q.square().sum();
            return s.times(0.5).plus(s.square().times(0.25));
        };
        double[] place = new double[n];
        double[] momentum = new double[n];
        for (int i = 0; i < n; i++) {
            place[i] = 0.5 + 0.1 * i / n;
            momentum[i] = 0.3 - 0.2 * i / n;
        }
        Phase<Tensor> start = new Phase<>(Tensor.vector(place), Tensor.vector(momentum));
        Energy<Phase<Tensor>> loss =
                end -> end.place().square().sum().plus(end.momentum().sum());
        Adjoint<Tensor> adjoint = Verlet.kickFirst(0.01).adjoint(Separable.unitMass(potential));
        return Timing.of(() -> adjoint.of(loss, start, STEPS), 3, 2, seconds -> 1e3 * seconds);
    }
}
