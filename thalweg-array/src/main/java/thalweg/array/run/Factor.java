package thalweg.array.run;

import java.util.Arrays;
import thalweg.array.Algebra;
import thalweg.array.kernel.Logarithm;
import thalweg.linalg.Cholesky;
import thalweg.linalg.Lu;
import thalweg.linalg.SymmetricEigen;
import thalweg.linalg.Triangular;

/// Factorisations and solutions, matrix by matrix, by the linear algebra of this floor.
///
/// @param b the right-hand sides, where there are some
/// @param second the second result, where there is one
/// @param scratch room for one matrix
record Factor(Algebra op, Ref a, Ref b, Ref first, Ref second, Ref scratch, int count, int n, int columns)
        implements Instruction {
    /// The largest component of an eigenvector is positive, the first where several are equal but for rounding.
    private static final double CLEARLY = 1 + 1e-8;

    @Override
    public void run(Frame frame) {
        double[] matrices = a.reals(frame);
        double[] out = first.reals(frame);
        double[] room = scratch.reals(frame);
        int size = n * n;
        int sides = n * columns;
        int[] rows = op instanceof Algebra.Solve || op instanceof Algebra.LogDet ? new int[n] : new int[0];
        if (columns > 0) {
            System.arraycopy(b.reals(frame), 0, out, 0, count * sides);
        }
        for (int m = 0; m < count; m++) {
            switch (op) {
                case Algebra.Cholesky _ -> {
                    symmetric(matrices, m * size, out, m * size);
                    Cholesky.factor(out, m * size, n);
                }
                case Algebra.TriangularSolve(boolean lower, boolean transposed) ->
                    Triangular.solve(lower, transposed, matrices, m * size, n, out, m * sides, columns);
                case Algebra.Solve(boolean transposed) -> {
                    System.arraycopy(matrices, m * size, room, 0, size);
                    Lu.factor(room, 0, n, rows);
                    Lu.solve(room, 0, n, rows, transposed, out, m * sides, columns);
                }
                case Algebra.LogDet _ -> {
                    System.arraycopy(matrices, m * size, room, 0, size);
                    determinant(Lu.factor(room, 0, n, rows), room, out, second.reals(frame), m);
                }
                case Algebra.Eigen _ -> {
                    symmetric(matrices, m * size, room, 0);
                    eigen(room, out, m * n, second.reals(frame), m * size);
                }
            }
        }
    }

    private void eigen(double[] a, double[] values, int at, double[] vectors, int place) {
        for (double x : a) {
            if (!Double.isFinite(x)) {
                Arrays.fill(values, at, at + n, Double.NaN);
                Arrays.fill(vectors, place, place + n * n, Double.NaN);
                return;
            }
        }
        SymmetricEigen.decompose(a, n, values, at, vectors, place);
        for (int c = place; c < place + n; c++) {
            int largest = 0;
            for (int r = 1; r < n; r++) {
                boolean larger = Math.abs(vectors[c + r * n]) > Math.abs(vectors[c + largest * n]) * CLEARLY;
                largest = larger ? r : largest;
            }
            if (vectors[c + largest * n] < 0) {
                for (int r = 0; r < n; r++) {
                    vectors[c + r * n] = -vectors[c + r * n];
                }
            }
        }
    }

    private void determinant(int exchanges, double[] lu, double[] logs, double[] signs, int m) {
        double total = 0;
        double sign = exchanges;
        for (int i = 0; i < n; i++) {
            total += Logarithm.log(Math.abs(lu[i * n + i]));
            sign *= Math.signum(lu[i * n + i]);
        }
        logs[m] = total;
        signs[m] = sign;
    }

    private void symmetric(double[] from, int at, double[] to, int place) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                to[place + i * n + j] = (from[at + i * n + j] + from[at + j * n + i]) / 2;
            }
        }
    }
}
