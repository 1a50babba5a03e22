package thalweg.peers;

import java.util.List;
import thalweg.array.Key;
import thalweg.array.kernel.Blas;
import thalweg.linalg.Cholesky;

/// Dense linear algebra: products, the Cholesky factorisation.
record LinearWork() implements Work {
    @Override
    public String name() {
        return "linalg";
    }

    @Override
    public String says() {
        return "products of 64, 512, 2048 and the Cholesky factorisation of 1000";
    }

    @Override
    public List<String> cases() {
        return List.of("product 64", "product 512", "product 2048", "cholesky 1000");
    }

    @Override
    public String unit() {
        return "ms";
    }

    @Override
    public List<Peer> peers() {
        return List.of(new Peer("numpy and scipy", "classic", "linear.py"));
    }

    @Override
    public Samples run(String variant, int threads) {
        int n = Integer.parseInt(variant.substring(variant.indexOf(' ') + 1));
        double[] a = Key.of(1).normals(n * n);
        double[] b = Key.of(2).normals(n * n);
        double[] c = new double[n * n];
        if (variant.startsWith("product")) {
            return Timing.of(() -> Blas.product(n, n, n, a, b, c), 2, 1, seconds -> 1e3 * seconds);
        }
        double[] transposed = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                transposed[j * n + i] = a[i * n + j] / n;
            }
        }
        Blas.product(n, n, n, a, transposed, c);
        for (int i = 0; i < n; i++) {
            c[i * n + i] += 1;
        }
        return Timing.of(() -> Cholesky.of(c, n), 2, 1, seconds -> 1e3 * seconds);
    }
}
