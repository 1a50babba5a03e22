package thalweg.array;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Programs by chance, from a seed: a list of choices that can be shortened, so that a failure is shown small.
///
/// Every choice is a number; operations take operands by number modulo what exists, so each shortened list is again a
/// program. Functions are bounded, so values stay near 1.
public final class RandomProgram {
    private final List<Long> choices;

    private RandomProgram(List<Long> choices) {
        this.choices = choices;
    }

    public static RandomProgram of(long seed, int steps) {
        List<Long> choices = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            choices.add(Key.of(seed).bits(i));
        }
        return new RandomProgram(choices);
    }

    /// The shortest list of choices that still fails, by leaving out runs and then single choices.
    public RandomProgram shrunk(Predicate<RandomProgram> fails) {
        List<Long> kept = choices;
        for (int run = Math.max(kept.size() / 2, 1); run >= 1; run /= 2) {
            for (int from = 0; from + run <= kept.size(); ) {
                List<Long> fewer = new ArrayList<>(kept.subList(0, from));
                fewer.addAll(kept.subList(from + run, kept.size()));
                if (fails.test(new RandomProgram(fewer))) {
                    kept = fewer;
                } else {
                    from += run;
                }
            }
        }
        return new RandomProgram(kept);
    }

    public static List<Tensor> inputs() {
        Key key = Key.of(99);
        return List.of(
                Tensor.of(0.6),
                Tensor.of(key.fold(1).normals(3), 3),
                Tensor.of(key.fold(2).normals(6), 2, 3),
                Tensor.of(key.fold(3).normals(12), 3, 4));
    }

    /// The scalar function of [#inputs] that the choices make.
    public Tensor apply(List<Tensor> inputs) {
        List<Tensor> values = new ArrayList<>(inputs);
        for (long choice : choices) {
            values.add(step(new Choice(choice), values));
        }
        Tensor total = Tensor.of(0);
        for (Tensor value : values) {
            total = total.plus(value.sum().tanh());
        }
        return total;
    }

    private static Tensor step(Choice c, List<Tensor> values) {
        Tensor x = values.get(c.next(values.size()));
        Tensor y = values.get(c.next(values.size()));
        return switch (c.next(14)) {
            case 0 -> x.sin();
            case 1 -> x.tanh();
            case 2 -> x.square().plus(1).sqrt().log();
            case 3 -> x.logistic().times(c.next(5) * 0.5 - 1);
            case 4 -> x.plus(meet(y, x)).times(0.5);
            case 5 -> x.cos().times(meet(y, x).tanh());
            case 6 -> x.over(meet(y, x).square().plus(1));
            case 7 -> x.rank() == 0 ? x.neg() : x.sum(c.next(x.rank())).times(0.3);
            case 8 -> x.rank() == 0 ? x : x.softmax(c.next(x.rank()));
            case 9 -> x.rank() < 2 ? x.expand(0, 2) : x.transpose();
            case 10 -> product(x, y).times(0.2).tanh();
            case 11 ->
                x.rank() == 0 ? x : Tensor.concatenate(0, List.of(x, x.flip(0))).slice(0, 1, x.size(0) + 1);
            case 12 -> x.rank() == 0 ? x : x.gather(Tensor.wholes(0, x.size(0) - 1L, 0));
            default ->
                x.rank() > 2
                        ? x.sum(0).tanh()
                        : Loops.times(
                                3, x.tanh(), (i, s) -> s.times(0.5).plus(x.sin().times(i.real())));
        };
    }

    /// An operand made to meet another: its sum, where its shape does not.
    private static Tensor meet(Tensor y, Tensor x) {
        return x.shape().endsWith(y.shape()) ? y : y.sum().tanh();
    }

    private static Tensor product(Tensor x, Tensor y) {
        if (x.rank() >= 1 && y.rank() >= 1 && y.rank() <= 2 && x.size(-1) == y.size(0)) {
            return x.matmul(y);
        }
        if (x.rank() == 2 && y.rank() == 2 && x.size(1) == y.size(1)) {
            return x.contract("ab,cb->ca", y);
        }
        return x.times(meet(y, x));
    }

    /// What the choices make, as a listing.
    @Override
    public String toString() {
        return choices.size() + " choices " + choices + "\n" + Program.of((List<Tensor> in) -> apply(in), inputs());
    }

    private static final class Choice {
        private long bits;

        Choice(long bits) {
            this.bits = bits;
        }

        int next(int bound) {
            int value = (int) Long.remainderUnsigned(bits, bound);
            bits = Long.divideUnsigned(bits, bound);
            return value;
        }
    }
}
