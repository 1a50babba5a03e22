package thalweg.array;

import java.util.ArrayList;
import java.util.List;

/// Values of contractions: both operands are brought to (batch, rows, inner) and (batch, inner, columns), the inner
/// index runs from its first value to its last.
final class OracleContract {
    private OracleContract() {}

    static Tensor evaluate(Contract op, Shape out, Tensor left, Tensor right) {
        double[] a = ordered(left, op.left(), op.batch() + op.rows() + op.inner());
        double[] b = ordered(right, op.right(), op.batch() + op.inner() + op.columns());
        int batch = size(op, op.batch(), left, right);
        int rows = size(op, op.rows(), left, right);
        int inner = size(op, op.inner(), left, right);
        int columns = size(op, op.columns(), left, right);
        double[] c = new double[batch * rows * columns];
        for (int r = 0; r < batch * rows; r++) {
            int to = r * columns;
            for (int k = 0; k < inner; k++) {
                double factor = a[r * inner + k];
                int from = (r / rows * inner + k) * columns;
                for (int j = 0; j < columns; j++) {
                    c[to + j] += factor * b[from + j];
                }
            }
        }
        String made = op.batch() + op.rows() + op.columns();
        int[] sizes = new int[made.length()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = op.size(made.charAt(i), left.shape(), right.shape());
        }
        return Tensor.wrap(ordered(Tensor.wrap(c, Shape.of(sizes)), made, op.out()), out);
    }

    private static double[] ordered(Tensor x, String names, String wanted) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < wanted.length(); i++) {
            order.add(names.indexOf(wanted.charAt(i)));
        }
        View view = View.permuted(x.shape(), order);
        if (view.isPlain()) {
            return x.reals();
        }
        double[] out = new double[x.count()];
        view.read(x.reals(), 0, out, 0);
        return out;
    }

    private static int size(Contract op, String names, Tensor left, Tensor right) {
        int size = 1;
        for (int i = 0; i < names.length(); i++) {
            size *= op.size(names.charAt(i), left.shape(), right.shape());
        }
        return size;
    }
}
