package thalweg.room.law.curve;

/// The rows a curve is fitted to. Arrays are not copied and must not be changed.
///
/// @param inputs one array a column of the formula
/// @param target what the formula is to give
/// @param weights `1 / sigma_i` for each row, all 1 where errors are not known
public record Rows(double[][] inputs, double[] target, double[] weights) {
    public int count() {
        return target.length;
    }

    /// Every `stride`-th row.
    Rows every(int stride) {
        double[][] fewer = new double[inputs.length][];
        for (int k = 0; k < fewer.length; k++) {
            fewer[k] = every(inputs[k], stride);
        }
        return new Rows(fewer, every(target, stride), every(weights, stride));
    }

    private static double[] every(double[] all, int stride) {
        double[] kept = new double[(all.length + stride - 1) / stride];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = all[i * stride];
        }
        return kept;
    }
}
