package thalweg.peers;

import java.util.List;
import java.util.stream.IntStream;
import thalweg.array.Key;
import thalweg.array.kernel.Blas;
import thalweg.array.kernel.Workers;
import thalweg.linalg.Cholesky;
import thalweg.linalg.SymmetricEigen;

/// Dense linear algebra: products, the Cholesky factorisation, symmetric eigenvectors.
record LinearWork() implements Work {
    @Override
    public String name() {
        return "linalg";
    }

    @Override
    public String says() {
        return "products of 64, 512, 2048, the Cholesky factorisation and the symmetric eigenvectors of 1000";
    }

    @Override
    public List<String> cases() {
        return List.of("product 64", "product 512", "product 2048", "cholesky 1000", "eigh 1000");
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
        Workers workers = threads == 1
                ? Workers.HERE
                : (pieces, piece) -> IntStream.range(0, pieces).parallel().forEach(piece);
        double[] a = Key.of(1).normals(n * n);
        double[] b = Key.of(2).normals(n * n);
        double[] c = new double[n * n];
        if (variant.startsWith("product")) {
            return Timing.of(
                    () -> Blas.gemm(workers, false, false, n, n, n, 1, a, 0, n, b, 0, n, 0, c, 0, n),
                    2,
                    1,
                    seconds -> 1e3 * seconds);
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
        if (variant.startsWith("eigh")) {
            return Timing.of(() -> SymmetricEigen.of(c, n, workers), 5, 1, seconds -> 1e3 * seconds);
        }
        return Timing.of(() -> Cholesky.of(c, n, workers), 2, 1, seconds -> 1e3 * seconds);
    }
}
