package thalweg.stan.trace;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.array.Shape;
import thalweg.array.Tensor;
import thalweg.stan.density.Cumulative;
import thalweg.stan.density.Joint;
import thalweg.stan.density.Law;
import thalweg.stan.density.Laws;
import thalweg.stan.density.Parts;
import thalweg.stan.text.Expr;
import thalweg.stan.type.Density;
import thalweg.stan.type.StanType;

/// Built-in densities of values: arguments become scalars and vectors of one length, whatever they were.
final class Densities {
    private final Settings settings;

    Densities(Settings settings) {
        this.settings = settings;
    }

    /// Outcome and arguments, each a scalar or a vector of `count` numbers.
    private record Flat(Tensor[] tensors, int count, Operands operands, int[] sizes) {}

    /// The sum over all outcomes and lanes.
    Tensor total(Expr.Name name, Density density, List<Value> arguments, @Nullable Lanes here, boolean constants) {
        Glm glm = Glm.of(density.name());
        if (glm != null) {
            return total(name, glm.density(), glm.arguments(arguments), here, constants);
        }
        Law law = Laws.named(density.name());
        if (law == null) {
            return summed(joint(name, density, arguments), here);
        }
        Tensor gaussian = gaussian(density, arguments, here, constants);
        if (gaussian != null) {
            return gaussian;
        }
        Flat flat = flat(name, arguments, here);
        boolean all = constants || flat.operands().tensors().length == 0;
        Parts parts = new Parts(flat.count(), all);
        law.at(parts, flat.tensors()[0], rest(flat));
        return parts.total();
    }

    private static Tensor summed(Value value, @Nullable Lanes here) {
        Tensor x = value.tensor();
        Lanes own = value.lanes();
        if (here != null) {
            x = own == null ? x.times((double) here.count()) : here.lift(x, own);
        }
        return x.rank() == 0 ? x : x.sum();
    }

    /// A Gaussian with an affine mean and one scale, in sufficient statistics; null if it is not of that form.
    private @Nullable Tensor gaussian(Density density, List<Value> arguments, @Nullable Lanes here, boolean constants) {
        if (!settings.sufficient() || !density.name().equals("normal")) {
            return null;
        }
        Value outcome = arguments.get(0);
        Value mean = arguments.get(1);
        Value scale = arguments.get(2);
        boolean fits = outcome.isKnown()
                && outcome.tensor().rank() == 1
                && outcome.tensor().count() > 1
                && outcome.lanes() == here
                && scale.lanes() == null
                && scale.type().rank() == 0;
        Affine affine = mean.affine();
        boolean scalar = affine == null
                && !mean.isKnown()
                && mean.lanes() == null
                && mean.type().rank() == 0;
        if (!fits || affine == null && !scalar || affine != null && mean.lanes() != here) {
            return null;
        }
        Tensor y = outcome.tensor();
        int n = y.count();
        Affine form = affine != null ? affine : Affine.product(Tensor.ones(n), mean.tensor());
        if (form == null || !form.shape().equals(y.shape()) || !form.isTall()) {
            return null;
        }
        for (double one : y.reals()) {
            if (!Double.isFinite(one)) {
                return null;
            }
        }
        Tensor s = scale.tensor();
        Parts parts = new Parts(n, constants);
        parts.sum(form.residual(y).over(s.square()).times(-0.5));
        parts.minus(s.log());
        parts.add(-0.5 * thalweg.array.kernel.Logarithm.log(2 * Math.PI));
        return parts.total();
    }

    private static Tensor[] rest(Flat flat) {
        Tensor[] rest = new Tensor[flat.tensors().length - 1];
        System.arraycopy(flat.tensors(), 1, rest, 0, rest.length);
        return rest;
    }

    private static Flat flat(Expr.Name name, List<Value> arguments, @Nullable Lanes here) {
        Operands operands = Operands.of(arguments);
        int[] sizes = {};
        for (int i = 0; i < arguments.size(); i++) {
            int[] own = arguments.get(i).shape().sizes();
            if (own.length > 0) {
                boolean same = sizes.length == 0
                        || Shape.of(own).count() == Shape.of(sizes).count();
                if (!same) {
                    throw new Fault(
                            name.at(),
                            name.name() + " of containers of " + Shape.of(sizes).count() + " and "
                                    + Shape.of(own).count() + " elements; expected one size");
                }
                sizes = sizes.length == 0 ? own : sizes;
            }
        }
        Lanes lanes = Lanes.inner(operands.lanes(), here);
        int inner = Shape.of(sizes).count();
        int count = inner * (lanes == null ? 1 : lanes.count());
        Tensor[] tensors = new Tensor[arguments.size()];
        for (int i = 0; i < tensors.length; i++) {
            Tensor x = operands.tensors()[i];
            boolean wide = operands.wide()[i];
            if (wide && lanes != null && operands.lanes() != null) {
                x = lanes.lift(x, operands.lanes());
            }
            boolean scalar = operands.rank(i) == 0;
            if (!wide && scalar) {
                tensors[i] = x;
                continue;
            }
            if (scalar && sizes.length > 0) {
                x = x.expand(-1, inner);
            } else if (!wide && lanes != null) {
                x = x.reshape(inner).rows(lanes.count());
            }
            tensors[i] = x.rank() == 1 ? x : x.reshape(count);
        }
        return new Flat(tensors, count, operands, sizes);
    }

    /// The density as a value: summed over containers, one number a lane.
    Value each(Expr.Name name, Density density, List<Value> arguments) {
        Glm glm = Glm.of(density.name());
        if (glm != null) {
            return each(name, glm.density(), glm.arguments(arguments));
        }
        Law law = Laws.named(density.name());
        if (law == null) {
            return joint(name, density, arguments);
        }
        boolean lanes = arguments.stream().anyMatch(value -> value.lanes() != null);
        boolean turn = arguments.stream().anyMatch(value -> value.turn() != null);
        Flat flat = flat(name, arguments, null);
        if (!lanes || turn) {
            Parts parts = new Parts(flat.count(), true);
            law.at(parts, flat.tensors()[0], rest(flat));
            return flat.operands().result(StanType.REAL, parts.total());
        }
        return perLane(flat, law.each(flat.tensors()[0], rest(flat)));
    }

    private static Value perLane(Flat flat, Tensor each) {
        Lanes lanes = flat.operands().lanes();
        if (lanes == null) {
            return flat.operands().result(StanType.REAL, each.rank() == 0 ? each : each.sum());
        }
        int inner = Shape.of(flat.sizes()).count();
        Tensor x = each.rank() == 0 ? each.expand(0, lanes.count() * inner) : each;
        return flat.operands()
                .result(
                        StanType.REAL,
                        flat.sizes().length == 0
                                ? x
                                : x.reshape(lanes.count(), inner).sum(1));
    }

    /// A distribution function: `_cdf`, `_lcdf` or `_lccdf`.
    Value cumulative(Expr.Name name, Density density, String suffix, List<Value> arguments) {
        Flat flat = flat(name, arguments, null);
        Tensor[] rest = rest(flat);
        boolean upper = suffix.contains("ccdf");
        Tensor log = Cumulative.log(density.name(), upper, flat.tensors()[0], rest);
        if (log == null) {
            throw new Fault(name.at(), name.name() + " is not available yet");
        }
        Value sum = perLane(flat, log);
        return suffix.equals("_cdf") ? Value.of(StanType.REAL, sum.tensor().exp(), sum.lanes(), sum.turn()) : sum;
    }

    /// A law of vectors or matrices.
    private static Value joint(Expr.Name name, Density density, List<Value> arguments) {
        Value shaped = Shaped.of(name, density, arguments);
        if (shaped != null) {
            return shaped;
        }
        Joint joint = Joint.named(density.name());
        if (joint == null) {
            throw new Fault(name.at(), density.name() + " is not available yet");
        }
        Operands operands = Operands.of(arguments);
        List<Value> all = new ArrayList<>(arguments);
        boolean rows = all.stream()
                .anyMatch(value -> value.type().dims() > 0 && value.type().inner() == 1);
        Tensor each = operands.each(t -> {
            Tensor one = joint.at(t.get(0), t.subList(1, t.size()));
            return one.rank() == 0 ? one : one.sum();
        });
        boolean wide = operands.lanes() != null && (each.rank() > 0 || rows);
        return Value.of(StanType.REAL, each, wide && each.rank() > 0 ? operands.lanes() : null, operands.turn());
    }
}
