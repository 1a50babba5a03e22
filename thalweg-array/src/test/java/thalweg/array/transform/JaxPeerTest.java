package thalweg.array.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static thalweg.array.transform.Calculus.grad;
import static thalweg.array.transform.Calculus.hessian;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.array.Loops;
import thalweg.array.Tensor;
import thalweg.array.run.Compiled;

/// Values, gradients and Hessians of 24 functions as JAX 0.10.2 gives them, to 1e-11; the script is `jax.py`.
class JaxPeerTest {
    private static final Tensor X = Tensor.vector(0.7, -0.4, 1.3, 0.2);
    private static final Tensor A = Tensor.matrix(
            new double[] {2.0, 0.3, -0.1, 0.4},
            new double[] {0.5, 3.0, 0.2, -0.6},
            new double[] {-0.3, 0.1, 2.5, 0.7},
            new double[] {0.2, -0.4, 0.6, 4.0});

    static List<String> rows() throws IOException {
        try (var in = Objects.requireNonNull(JaxPeerTest.class.getResourceAsStream("/thalweg/array/jax.csv"));
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void agreesWithJax(String row) {
        String[] parts = row.split(",", -1);
        double[] expected = new double[21];
        double scale = 1;
        for (int i = 0; i < 21; i++) {
            expected[i] = Double.parseDouble(parts[i + 1]);
            scale = Math.max(scale, Math.abs(expected[i]));
        }
        Function<Tensor, Tensor> f = function(parts[0]);
        Function<Tensor, List<Tensor>> all = x -> List.of(
                f.apply(x).reshape(1), grad(f).apply(x), hessian(f).apply(x).reshape(16));
        for (List<Tensor> made : List.of(all.apply(X), Compiled.compile(all).apply(X))) {
            double[] found = Tensor.concatenate(0, made).toArray();
            assertThat(found).containsExactly(expected, within(1e-11 * scale));
        }
    }

    private static Tensor diagonal(Tensor x) {
        return x.columns(4).times(Tensor.unit(4));
    }

    private static Tensor positive(Tensor x) {
        Tensor m = A.plus(x.outer(x)).plus(diagonal(x.exp()));
        return m.plus(m.transpose()).times(0.5);
    }

    private static Tensor scan(Tensor x) {
        var made = Loops.scan(5, x.get(2), Tensor.vector(0.1, -0.3, 0.8, 0.5, 1.1), (i, s, y) -> {
            Tensor next = s.times(0.5).plus(y.times(x.get(0))).tanh();
            return new Loops.Scan<>(next, next.times(x.get(1)));
        });
        return made.state().plus(made.rows().square().sum().times(x.get(3)));
    }

    private static Function<Tensor, Tensor> function(String name) {
        return switch (name) {
            case "sin" -> x -> x.sin().times(x).sum();
            case "exp" -> x -> x.square().sum().neg().exp();
            case "logistic" -> x -> x.times(x.flip(0)).logistic().sum();
            case "tanh" -> x -> x.matmul(A).dot(x).tanh();
            case "rosenbrock" ->
                x -> {
                    Tensor a = x.slice(0, 0, 3);
                    Tensor b = x.slice(0, 1, 4);
                    Tensor valley = b.minus(a.square()).square().times(100);
                    return valley.plus(Tensor.of(1).minus(a).square()).sum();
                };
            case "logsumexp" -> x -> A.matmul(x).logSumExp();
            case "softmax" -> x -> x.softmax(0).square().sum();
            case "norm" -> x -> x.square().sum().sqrt();
            case "prod" -> x -> x.product(0);
            case "max" -> x -> x.square().greatest();
            case "cumsum" -> x -> x.prefixSum(0).pow(3).sum();
            case "lgamma" -> x -> x.plus(2).lgamma().sum();
            case "digamma" -> x -> x.plus(2).polygamma(0).sum();
            case "erf" -> x -> x.erf().times(x.cos()).sum();
            case "pow" -> x -> x.plus(1).pow(x).sum();
            case "atan2" ->
                x -> x.get(0).atan2(x.get(1)).times(x.get(2)).plus(x.get(2).atan2(x.get(3)));
            case "log1p" -> x -> x.log1p().times(x.expm1()).sum();
            case "where" ->
                x -> x.greater(Tensor.of(0.3)).select(x.pow(3), x.sin()).sum();
            case "gather" ->
                x -> x.gather(Tensor.wholes(3, 0, 0, 2)).times(x.square()).sum();
            case "logdet" -> x -> A.plus(x.outer(x)).logDet().get(0);
            case "solve" -> x -> x.dot(A.plus(diagonal(x)).solve(Tensor.ones(4)));
            case "cholesky" -> x -> positive(x).cholesky().pow(3).sum();
            case "eigenvalues" ->
                x -> positive(x).eigen().get(0).times(0.3).exp().sum();
            case "scan" -> JaxPeerTest::scan;
            default -> throw new IllegalArgumentException(name);
        };
    }
}
