package thalweg.array.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.array.Binary;
import thalweg.array.Pointwise;
import thalweg.array.Unary;
import thalweg.array.kernel.Lanes;

/// Pointwise steps of one extent, run block after block so that what lies between them stays in the first cache.
final class Fused implements Instruction {
    /// Elements of a block: 4 KiB a register.
    static final int BLOCK = 512;

    /// How an operand is found in a block.
    enum Reading {
        /// A block register.
        REGISTER,
        /// The same place of a buffer.
        LINEAR,
        /// One number of a buffer.
        SCALAR,
        /// `buffer[i mod period]`.
        PERIODIC,
        /// `buffer[i / period]`.
        REPEATED
    }

    /// An operand or result.
    ///
    /// @param register the register it is, or is spread into
    record Place(Reading reading, Ref ref, int period, int register) {}

    /// One step: `to = op(from)`, or a product and what it goes into.
    ///
    /// @param joint what follows the product, null for a single operation
    record Micro(Pointwise op, @Nullable Joint joint, List<Place> from, Place to) {
        Micro(Pointwise op, List<Place> from, Place to) {
            this(op, null, from, to);
        }
    }

    private final Extent extent;
    private final int block;
    private final Micro[] steps;
    private final Place[] once;
    private final Place[] each;

    /// @param row elements of one row of the extent's shape, which periods divide
    Fused(Extent extent, int row, List<Micro> steps, List<Place> spread) {
        this.extent = extent;
        this.steps = joined(steps).toArray(Micro[]::new);
        this.block = row <= BLOCK ? BLOCK / Math.max(row, 1) * Math.max(row, 1) : BLOCK;
        boolean aligned = row <= BLOCK;
        this.once = spread.stream()
                .filter(place -> place.reading == Reading.SCALAR || (place.reading == Reading.PERIODIC && aligned))
                .toArray(Place[]::new);
        this.each = spread.stream()
                .filter(place -> place.reading == Reading.REPEATED || (place.reading == Reading.PERIODIC && !aligned))
                .toArray(Place[]::new);
    }

    /// Products that only the next step reads, as a sum or difference, become one step with it.
    private static List<Micro> joined(List<Micro> steps) {
        List<Micro> fewer = new ArrayList<>();
        for (int s = 0; s < steps.size(); s++) {
            Micro next = s + 1 < steps.size() ? join(steps, s) : null;
            fewer.add(next == null ? steps.get(s) : next);
            s += next == null ? 0 : 1;
        }
        return fewer;
    }

    private static @Nullable Micro join(List<Micro> steps, int s) {
        Micro product = steps.get(s);
        Micro sum = steps.get(s + 1);
        boolean adds = sum.op == Binary.ADD || sum.op == Binary.SUB;
        if (product.op != Binary.MUL || !adds || product.to.reading != Reading.REGISTER) {
            return null;
        }
        boolean first = sum.from.get(0).equals(product.to);
        boolean second = sum.from.get(1).equals(product.to);
        if (first == second || isReadAfter(steps, s + 1, product.to)) {
            return null;
        }
        Joint joint = sum.op == Binary.ADD ? Joint.MUL_ADD : first ? Joint.MUL_SUB : Joint.SUB_MUL;
        List<Place> from = List.of(product.from.get(0), product.from.get(1), sum.from.get(first ? 1 : 0));
        return new Micro(product.op, joint, from, sum.to);
    }

    private static boolean isReadAfter(List<Micro> steps, int s, Place place) {
        for (Micro step : steps.subList(s + 1, steps.size())) {
            if (step.from.contains(place)) {
                return true;
            }
            if (step.to.equals(place)) {
                return false;
            }
        }
        return false;
    }

    @Override
    public void run(Frame frame) {
        int total = extent.count(frame);
        for (Place place : once) {
            spread(place, frame, 0, Math.min(block, total));
        }
        for (int start = 0; start < total; start += block) {
            int n = Math.min(block, total - start);
            for (Place place : each) {
                spread(place, frame, start, n);
            }
            for (Micro step : steps) {
                step(step, frame, start, n);
            }
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("fused " + extent + " in blocks of " + block + ":");
        for (Micro step : steps) {
            text.append(' ').append(step.joint() == null ? step.op() : step.joint());
        }
        return text.toString();
    }

    private static void step(Micro step, Frame frame, int start, int n) {
        Place a = step.from.get(0);
        double[] x = array(a, frame);
        int xAt = at(a, frame, start);
        double[] z = array(step.to, frame);
        int zAt = at(step.to, frame, start);
        if (step.joint != null) {
            Place b = step.from.get(1);
            Place c = step.from.get(2);
            double[] y = array(b, frame);
            step.joint.apply(x, xAt, y, at(b, frame, start), array(c, frame), at(c, frame, start), z, zAt, n);
            return;
        }
        switch (step.op) {
            case Unary unary -> Kernels.unary(unary, x, xAt, z, zAt, n);
            case Binary binary -> {
                Place b = step.from.get(1);
                Kernels.binary(binary, x, xAt, array(b, frame), at(b, frame, start), z, zAt, n);
            }
            case Pointwise.Polygamma(int order) -> Lanes.polygamma(order, x, xAt, z, zAt, n);
            case Pointwise.Select _ -> {
                Place b = step.from.get(1);
                Place c = step.from.get(2);
                double[] yes = array(b, frame);
                double[] no = array(c, frame);
                Kernels.select(x, xAt, yes, at(b, frame, start), no, at(c, frame, start), z, zAt, n);
            }
        }
    }

    private static double[] array(Place place, Frame frame) {
        return place.reading == Reading.LINEAR ? place.ref.reals(frame) : frame.registers[place.register];
    }

    private static int at(Place place, Frame frame, int start) {
        return place.reading == Reading.LINEAR ? place.ref.at(frame) + start : 0;
    }

    private static void spread(Place place, Frame frame, int start, int n) {
        double[] to = frame.registers[place.register];
        double[] from = place.ref.reals(frame);
        int at = place.ref.at(frame);
        int period = place.period;
        switch (place.reading) {
            case SCALAR -> Arrays.fill(to, 0, n, from[at]);
            case PERIODIC -> {
                int offset = start % period;
                int run = Math.min(period - offset, n);
                System.arraycopy(from, at + offset, to, 0, run);
                for (int done = run; done < n; ) {
                    int next = Math.min(period, n - done);
                    System.arraycopy(from, at, to, done, next);
                    done += next;
                }
            }
            case REPEATED -> {
                int done = 0;
                while (done < n) {
                    int which = (start + done) / period;
                    int run = Math.min((which + 1) * period - start - done, n - done);
                    Arrays.fill(to, done, done + run, from[at + which]);
                    done += run;
                }
            }
            case REGISTER, LINEAR -> throw new IllegalArgumentException("nothing to spread");
        }
    }
}
