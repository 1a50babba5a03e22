package thalweg.room.learning;

import thalweg.array.Tensor;
import thalweg.array.run.Compiled;
import thalweg.model.Mlp;

/// What a network's outputs are worth: cross-entropy and accuracy, or squared error and explained variance.
///
/// @param regression whether outputs are numbers rather than logits of classes
record Judge(boolean regression) {
    /// A loss a row, and the accuracy or R2.
    record Verdict(double loss, double score) {}

    String lossName() {
        return regression ? "mean squared error (standardised)" : "cross-entropy [nat]";
    }

    String scoreName() {
        return regression ? "test R2" : "test accuracy";
    }

    /// The mean loss of outputs `[n, k]` against targets `[n, k]`, a scalar.
    Tensor loss(Tensor output, Tensor target) {
        double share = 1.0 / output.size(0);
        return regression
                ? output.minus(target).square().sum().times(share)
                : output.logSumExp(1).sum().minus(output.times(target).sum()).times(share);
    }

    /// The greatest output of each row.
    int[] choices(Tensor output) {
        int k = output.size(1);
        double[] value = output.toArray();
        int[] best = new int[output.size(0)];
        for (int i = 0; i < best.length; i++) {
            for (int c = 1; c < k; c++) {
                best[i] = value[i * k + c] > value[i * k + best[i]] ? c : best[i];
            }
        }
        return best;
    }

    Verdict of(Mlp net, Examples.Rows rows) {
        Tensor output = Compiled.<Mlp, Tensor>compile(n -> n.at(rows.x())).apply(net);
        double loss = loss(output, rows.target()).value();
        if (!regression) {
            int[] said = choices(output);
            int[] wanted = choices(rows.target());
            int right = 0;
            for (int i = 0; i < said.length; i++) {
                right += said[i] == wanted[i] ? 1 : 0;
            }
            return new Verdict(loss, (double) right / said.length);
        }
        double mean = rows.target().mean().value();
        double spread = rows.target().minus(mean).square().mean().value();
        return new Verdict(loss, 1 - loss / spread);
    }
}
