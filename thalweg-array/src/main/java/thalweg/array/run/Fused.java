package thalweg.array.run;

import java.util.Arrays;
import java.util.List;
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

    /// One step: `to = op(from)`.
    record Micro(Pointwise op, List<Place> from, Place to) {}

    private final Extent extent;
    private final int block;
    private final Micro[] steps;
    private final Place[] once;
    private final Place[] each;

    /// @param row elements of one row of the extent's shape, which periods divide
    Fused(Extent extent, int row, List<Micro> steps, List<Place> spread) {
        this.extent = extent;
        this.steps = steps.toArray(Micro[]::new);
        this.block = row <= BLOCK ? BLOCK / Math.max(row, 1) * Math.max(row, 1) : BLOCK;
        boolean aligned = row <= BLOCK;
        this.once = spread.stream()
                .filter(place -> place.reading == Reading.SCALAR || (place.reading == Reading.PERIODIC && aligned))
                .toArray(Place[]::new);
        this.each = spread.stream()
                .filter(place -> place.reading == Reading.REPEATED || (place.reading == Reading.PERIODIC && !aligned))
                .toArray(Place[]::new);
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
            text.append(' ').append(step.op());
        }
        return text.toString();
    }

    private static void step(Micro step, Frame frame, int start, int n) {
        Place a = step.from.get(0);
        double[] x = array(a, frame);
        int xAt = at(a, frame, start);
        double[] z = array(step.to, frame);
        int zAt = at(step.to, frame, start);
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
