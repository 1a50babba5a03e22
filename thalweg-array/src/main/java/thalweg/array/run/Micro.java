package thalweg.array.run;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.array.Binary;
import thalweg.array.Pointwise;
import thalweg.array.Unary;
import thalweg.array.kernel.Lanes;
import thalweg.array.run.Fused.Place;
import thalweg.array.run.Fused.Reading;

/// One pass of a fused instruction over a block.
sealed interface Micro {
    void run(Frame frame, int start, int n);

    /// Operands that are read as blocks.
    List<Place> blocks();

    /// `to = op(from)`
    record Plain(Pointwise op, List<Place> from, Place to) implements Micro {
        @Override
        public List<Place> blocks() {
            return from;
        }

        @Override
        public void run(Frame frame, int start, int n) {
            Place a = from.get(0);
            double[] x = a.array(frame);
            int xAt = a.at(frame, start);
            double[] z = to.array(frame);
            int zAt = to.at(frame, start);
            switch (op) {
                case Unary unary -> Kernels.unary(unary, x, xAt, z, zAt, n);
                case Binary binary -> {
                    Place b = from.get(1);
                    Kernels.binary(binary, x, xAt, b.array(frame), b.at(frame, start), z, zAt, n);
                }
                case Pointwise.Polygamma(int order) -> Lanes.polygamma(order, x, xAt, z, zAt, n);
                case Pointwise.Select _ -> {
                    Place b = from.get(1);
                    Place c = from.get(2);
                    double[] yes = b.array(frame);
                    Kernels.select(x, xAt, yes, b.at(frame, start), c.array(frame), c.at(frame, start), z, zAt, n);
                }
            }
        }

        @Override
        public String toString() {
            return op.toString();
        }

        /// The same with a number for a block of equal numbers, where there is a loop for it.
        Micro numbered() {
            if (!(op instanceof Binary binary)) {
                return this;
            }
            Place a = from.get(0);
            Place b = from.get(1);
            if (a.isNumber() == b.isNumber()) {
                return this;
            }
            Place block = a.isNumber() ? b : a;
            Place number = a.isNumber() ? a : b;
            return switch (binary) {
                case ADD -> new Numbered(Uniform.ADD, block, block, number, 1, number, 1, to);
                case SUB ->
                    a.isNumber()
                            ? new Numbered(Uniform.SUB_FROM, block, block, number, 1, number, 1, to)
                            : new Numbered(Uniform.ADD, block, block, number, -1, number, 1, to);
                case MUL -> new Numbered(Uniform.MUL, block, block, number, 1, number, 1, to);
                case DIV ->
                    new Numbered(a.isNumber() ? Uniform.DIV_INTO : Uniform.DIV, block, block, number, 1, number, 1, to);
                default -> this;
            };
        }
    }

    /// A product and the sum or difference it goes into.
    record Joined(Joint joint, Place x, Place y, Place w, Place to) implements Micro {
        @Override
        public List<Place> blocks() {
            return List.of(x, y, w);
        }

        @Override
        public void run(Frame frame, int start, int n) {
            joint.apply(
                    x.array(frame),
                    x.at(frame, start),
                    y.array(frame),
                    y.at(frame, start),
                    w.array(frame),
                    w.at(frame, start),
                    to.array(frame),
                    to.at(frame, start),
                    n);
        }

        @Override
        public String toString() {
            return joint.toString();
        }

        /// The same with numbers for blocks of equal numbers, where there is a loop for it.
        Micro numbered() {
            if (x.isNumber() && y.isNumber()) {
                return this;
            }
            boolean scaled = x.isNumber() || y.isNumber();
            Place block = x.isNumber() ? y : x;
            Place s = x.isNumber() ? x : y;
            int sign = joint == Joint.SUB_MUL ? -1 : 1;
            int shift = joint == Joint.MUL_SUB ? -1 : 1;
            if (scaled && w.isNumber()) {
                return new Numbered(Uniform.SCALE_SHIFT, block, block, s, sign, w, shift, to);
            }
            if (scaled) {
                return shift < 0 ? this : new Numbered(Uniform.SCALE_ADD, block, w, s, sign, s, 1, to);
            }
            if (w.isNumber()) {
                Uniform form = sign < 0 ? Uniform.SHIFT_MUL : Uniform.MUL_SHIFT;
                return new Numbered(form, x, y, w, 1, w, shift, to);
            }
            return this;
        }
    }

    /// Arithmetic with one or two numbers.
    ///
    /// @param sign what the first number is multiplied by, 1 or -1
    /// @param shift the same for the second
    record Numbered(Uniform form, Place x, Place y, Place s, int sign, Place t, int shift, Place to) implements Micro {
        @Override
        public List<Place> blocks() {
            return List.of(x, y);
        }

        @Override
        public void run(Frame frame, int start, int n) {
            form.apply(
                    x.array(frame),
                    x.at(frame, start),
                    y.array(frame),
                    y.at(frame, start),
                    sign * s.number(frame),
                    shift * t.number(frame),
                    to.array(frame),
                    to.at(frame, start),
                    n);
        }

        @Override
        public String toString() {
            return form.toString();
        }
    }

    /// Passes that do what these steps do: products that only the next step reads, as a sum or difference, become one
    /// with it, and blocks of equal numbers become numbers.
    static List<Micro> of(List<Plain> given) {
        List<Plain> steps = unsigned(given);
        List<Micro> fewer = new ArrayList<>();
        for (int s = 0; s < steps.size(); s++) {
            Joined next = s + 1 < steps.size() ? join(steps, s) : null;
            fewer.add(next == null ? steps.get(s).numbered() : next.numbered());
            s += next == null ? 0 : 1;
        }
        return fewer;
    }

    /// Steps in which `(-a) b + w` is `w - a b`, which has the same bits.
    private static List<Plain> unsigned(List<Plain> given) {
        List<Plain> steps = new ArrayList<>(given);
        for (int s = 0; s + 2 < steps.size(); s++) {
            Plain minus = steps.get(s);
            Plain product = steps.get(s + 1);
            Plain sum = steps.get(s + 2);
            boolean found = minus.op == Unary.NEG
                    && product.op == Binary.MUL
                    && sum.op == Binary.ADD
                    && isOnlyRead(steps, s, minus.to)
                    && isOnlyRead(steps, s + 1, product.to);
            if (found) {
                Place a = minus.from.get(0);
                Place b = product.from.get(product.from.get(0).equals(minus.to) ? 1 : 0);
                Place w = sum.from.get(sum.from.get(0).equals(product.to) ? 1 : 0);
                steps.remove(s);
                steps.set(s, new Plain(Binary.MUL, List.of(a, b), product.to));
                steps.set(s + 1, new Plain(Binary.SUB, List.of(w, product.to), sum.to));
            }
        }
        return steps;
    }

    /// Whether a register that step `s` writes is read by the next step alone, once.
    private static boolean isOnlyRead(List<Plain> steps, int s, Place place) {
        List<Place> from = steps.get(s + 1).from;
        return place.reading() == Reading.REGISTER
                && from.get(0).equals(place) != from.get(1).equals(place)
                && !isReadAfter(steps, s + 1, place);
    }

    private static @Nullable Joined join(List<Plain> steps, int s) {
        Plain product = steps.get(s);
        Plain sum = steps.get(s + 1);
        boolean adds = sum.op == Binary.ADD || sum.op == Binary.SUB;
        if (product.op != Binary.MUL || !adds || product.to.reading() != Reading.REGISTER) {
            return null;
        }
        boolean first = sum.from.get(0).equals(product.to);
        boolean second = sum.from.get(1).equals(product.to);
        if (first == second || isReadAfter(steps, s + 1, product.to)) {
            return null;
        }
        Joint joint = sum.op == Binary.ADD ? Joint.MUL_ADD : first ? Joint.MUL_SUB : Joint.SUB_MUL;
        return new Joined(joint, product.from.get(0), product.from.get(1), sum.from.get(first ? 1 : 0), sum.to);
    }

    private static boolean isReadAfter(List<Plain> steps, int s, Place place) {
        for (Plain step : steps.subList(s + 1, steps.size())) {
            if (step.from.contains(place)) {
                return true;
            }
            if (step.to.equals(place)) {
                return false;
            }
        }
        return false;
    }
}
