package thalweg.array.run;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Pointwise steps of one extent, run block after block so that what lies between them stays in the first cache.
final class Fused implements Shared {
    /// Elements of a block: 4 KiB a register.
    static final int BLOCK = 512;

    /// Elements that are worth another thread.
    private static final int WORTH = 8192;

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
    record Place(Reading reading, Ref ref, int period, int register) {
        double[] array(Frame frame) {
            return reading == Reading.LINEAR ? ref.reals(frame) : frame.registers[register];
        }

        int at(Frame frame, int start) {
            return reading == Reading.LINEAR ? ref.at(frame) + start : 0;
        }

        boolean isNumber() {
            return reading == Reading.SCALAR;
        }

        double number(Frame frame) {
            return ref.reals(frame)[ref.at(frame)];
        }
    }

    private final Extent extent;
    private final int block;
    private final int pieces;
    private final Micro[] steps;
    private final Place[] once;
    private final Place[] each;

    /// @param row elements of one row of the extent's shape, which periods divide
    Fused(Extent extent, int row, List<Micro.Plain> plain) {
        this.extent = extent;
        this.steps = Micro.of(plain).toArray(Micro[]::new);
        this.block = row <= BLOCK ? BLOCK / Math.max(row, 1) * Math.max(row, 1) : BLOCK;
        this.pieces = extent.rowwise() ? 1 : Math.clamp(extent.inner() / WORTH, 1, Plan.GROUPS);
        boolean aligned = row <= BLOCK;
        Set<Place> spread = new LinkedHashSet<>();
        for (Micro step : steps) {
            spread.addAll(step.blocks());
        }
        this.once = spread.stream()
                .filter(place -> place.reading() == Reading.SCALAR || (place.reading() == Reading.PERIODIC && aligned))
                .toArray(Place[]::new);
        this.each = spread.stream()
                .filter(place ->
                        place.reading() == Reading.REPEATED || (place.reading() == Reading.PERIODIC && !aligned))
                .toArray(Place[]::new);
    }

    @Override
    public int pieces() {
        return pieces;
    }

    @Override
    public void piece(Frame frame, int piece) {
        int total = extent.count(frame);
        int blocks = (total + block - 1) / block;
        int most = (blocks + pieces - 1) / pieces * block;
        range(frame, piece * most, Math.min((piece + 1) * most, total));
    }

    private void range(Frame frame, int from, int end) {
        if (from >= end) {
            return;
        }
        for (Place place : once) {
            spread(place, frame, 0, Math.min(block, end - from));
        }
        for (int start = from; start < end; start += block) {
            int n = Math.min(block, end - start);
            for (Place place : each) {
                spread(place, frame, start, n);
            }
            for (Micro step : steps) {
                step.run(frame, start, n);
            }
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("fused " + extent + " in blocks of " + block + ":");
        for (Micro step : steps) {
            text.append(' ').append(step);
        }
        return text.toString();
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
