package thalweg.stan.trace;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.array.Key;
import thalweg.array.Tensor;
import thalweg.stan.density.Dice;
import thalweg.stan.density.Draw;
import thalweg.stan.density.VectorDraw;
import thalweg.stan.text.Expr;
import thalweg.stan.type.Density;
import thalweg.stan.type.StanType;

/// Random numbers of generated quantities, each a function of a key, the number of calls before it, and its place.
final class Draws {
    private final Key key;
    private long calls;

    Draws(Key key) {
        this.key = key;
    }

    /// A draw for every element and lane; `here` has one even where no argument depends on it.
    Value of(Expr.Name name, Density density, List<Value> given, @Nullable Lanes here) {
        Glm glm = Glm.of(density.name());
        List<Value> arguments = new ArrayList<>(given);
        Density law = density;
        if (glm != null) {
            arguments.add(0, Value.whole(0));
            arguments = new ArrayList<>(glm.arguments(arguments));
            arguments.remove(0);
            law = glm.density();
        }
        for (Value argument : arguments) {
            if (!argument.isKnown()) {
                throw new Fault(name.at(), "a random number with arguments that are traced");
            }
        }
        Key own = key.fold(calls++);
        Draw draw = Draw.named(law.name());
        if (draw != null) {
            return each(draw, law, arguments, here, own);
        }
        VectorDraw vector = VectorDraw.named(law.name());
        if (vector == null) {
            throw new Fault(name.at(), law.name() + " has no draws yet");
        }
        return vectors(vector, law, arguments, here, own);
    }

    private static Value each(Draw draw, Density law, List<Value> arguments, @Nullable Lanes here, Key key) {
        Operands all = Operands.of(arguments).aligned();
        Lanes lanes = Lanes.inner(all.lanes(), here);
        int[] sizes = {};
        for (int i = 0; i < arguments.size(); i++) {
            sizes = arguments.get(i).shape().rank() > 0
                    ? arguments.get(i).shape().sizes()
                    : sizes;
        }
        int inner = thalweg.array.Shape.of(sizes).count();
        int count = inner * (lanes == null ? 1 : lanes.count());
        double[][] numbers = new double[arguments.size()][];
        int[] step = new int[numbers.length];
        int[] width = new int[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            Tensor x = all.tensors()[i];
            if (all.wide()[i] && lanes != null && all.lanes() != null) {
                x = lanes.lift(x, all.lanes());
            }
            numbers[i] = x.reals();
            step[i] = numbers[i].length == count ? 1 : 0;
            width[i] = numbers[i].length == inner ? inner : 1;
        }
        double[] out = new double[count];
        double[] a = new double[numbers.length];
        for (int e = 0; e < count; e++) {
            for (int i = 0; i < a.length; i++) {
                a[i] = numbers[i][step[i] == 1 ? e : e % width[i]];
            }
            out[e] = draw.at(a, new Dice(key.fold(e)));
        }
        StanType base = law.outcome().whole() ? StanType.INT : StanType.REAL;
        int[] shape = lanes == null ? sizes : Reading.join(new int[] {lanes.count()}, sizes);
        return Value.of(base.array(sizes.length), Tensor.of(out, shape), lanes, null);
    }

    private static Value vectors(VectorDraw draw, Density law, List<Value> arguments, @Nullable Lanes here, Key key) {
        Operands all = Operands.of(arguments);
        Lanes lanes = Lanes.inner(all.lanes(), here);
        int count = lanes == null ? 1 : lanes.count();
        List<Tensor> rows = new ArrayList<>();
        for (int lane = 0; lane < count; lane++) {
            List<Tensor> one = new ArrayList<>();
            for (int i = 0; i < arguments.size(); i++) {
                Tensor x = all.tensors()[i];
                Lanes own = all.lanes();
                if (all.wide()[i] && lanes != null && own != null) {
                    x = lanes.lift(x, own).get(0, lane);
                }
                one.add(x);
            }
            rows.add(draw.at(one, new Dice(key.fold(lane))));
        }
        StanType type = switch (law.outcome().letters()) {
            case "I" -> StanType.INT;
            case "i[]" -> StanType.INT.array(1);
            case "m" -> StanType.MATRIX;
            default -> StanType.VECTOR;
        };
        return Value.of(type, lanes == null ? rows.get(0) : Tensor.stack(rows), lanes, null);
    }
}
