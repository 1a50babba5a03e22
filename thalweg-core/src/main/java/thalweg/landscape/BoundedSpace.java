package thalweg.landscape;

import java.util.List;
import thalweg.array.Misuse;
import thalweg.array.Shape;
import thalweg.array.Tensor;
import thalweg.array.kernel.Logarithm;

/// Numbers held element by element: free, above, below or between bounds, or shifted and scaled.
record BoundedSpace(Kind kind, List<Tensor> bounds, int[] shape) implements Space {
    enum Kind {
        FREE,
        ABOVE,
        BELOW,
        BETWEEN,
        SCALED
    }

    @Override
    public int free() {
        return Shape.of(shape).count();
    }

    @Override
    public Image at(Tensor u) {
        Tensor x = u.reshape(shape);
        return switch (kind) {
            case FREE -> new Image(x, Tensor.of(0));
            case ABOVE -> new Image(x.exp().plus(bounds.get(0)), u.sum());
            case BELOW -> new Image(x.exp().neg().plus(bounds.get(0)), u.sum());
            case BETWEEN -> {
                Tensor width = bounds.get(1).minus(bounds.get(0));
                Tensor log = x.softplus().plus(x.neg().softplus()).neg().plus(width.log());
                yield new Image(x.logistic().times(width).plus(bounds.get(0)), log.sum());
            }
            case SCALED -> {
                Tensor scale = bounds.get(1);
                double each = scale.rank() == 0 ? u.count() : 1;
                yield new Image(
                        x.times(scale).plus(bounds.get(0)), scale.log().sum().times(each));
            }
        };
    }

    private double bound(int which, int i) {
        double[] all = bounds.get(which).reals();
        return all[all.length == 1 ? 0 : i];
    }

    @Override
    public double[] free(double[] place) {
        double[] u = new double[place.length];
        for (int i = 0; i < u.length; i++) {
            double x = place[i];
            u[i] = switch (kind) {
                case FREE -> x;
                case ABOVE -> log(x - bound(0, i), x, "above " + (bounds.isEmpty() ? 0 : bound(0, i)));
                case BELOW -> log(bound(0, i) - x, x, "below " + bound(0, i));
                case BETWEEN -> {
                    String where = "between " + bound(0, i) + " and " + bound(1, i);
                    yield log(x - bound(0, i), x, where) - log(bound(1, i) - x, x, where);
                }
                case SCALED -> (x - bound(0, i)) / bound(1, i);
            };
        }
        return u;
    }

    private static double log(double gap, double x, String where) {
        if (!(gap > 0)) {
            throw new Misuse(String.valueOf(x), "a number " + where, "give a start inside the bounds");
        }
        return Logarithm.log(gap);
    }
}
