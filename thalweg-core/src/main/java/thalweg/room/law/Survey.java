package thalweg.room.law;

import java.util.ArrayList;
import java.util.List;
import thalweg.array.Misuse;
import thalweg.data.Dataset;
import thalweg.study.Problem;

/// One pass over the columns that a fit needs: which cells stand in its way, and between what values the rest lies.
final class Survey implements Dataset.Visitor {
    private static final int NAMED = 3;

    private final List<Asked> asked = new ArrayList<>();
    private long rows;

    /// What a column must be.
    enum Range {
        /// above zero, since its logarithm is taken
        POSITIVE("numbers above zero, since logarithms are taken"),
        /// any number
        FINITE("finite numbers"),
        /// an integer of 1 or more, exactly so in a double
        COUNT("integers of 1 or more, as counts are"),
        /// an integer of 0 or more
        TIMES("whole numbers of 0 or more"),
        /// a standard error
        ERROR("standard errors above zero");

        private static final double EXACT = 0x1p53;

        private final String expected;

        Range(String expected) {
            this.expected = expected;
        }

        boolean holds(double value) {
            return switch (this) {
                case POSITIVE, ERROR -> value > 0 && value < Double.POSITIVE_INFINITY;
                case FINITE -> Double.isFinite(value);
                case COUNT -> value >= 1 && value <= EXACT && value == Math.rint(value);
                case TIMES -> value >= 0 && value <= EXACT && value == Math.rint(value);
            };
        }
    }

    private static final class Asked {
        final String knob;
        final String column;
        final Range range;
        final boolean varying;
        final String todo;
        final List<String> bad = new ArrayList<>();
        long badCount;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;

        Asked(String knob, String column, Range range, boolean varying, String todo) {
            this.todo = todo;
            this.knob = knob;
            this.column = column;
            this.range = range;
            this.varying = varying;
        }

        void take(double value, long row) {
            if (range.holds(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            } else if (badCount++ < NAMED) {
                bad.add((Double.isNaN(value) ? "nothing (or nan)" : Double.toString(value)) + " in row " + (row + 1));
            }
        }
    }

    /// Asks for a column.
    ///
    /// @param varying whether a constant one explains or determines nothing
    /// @param todo what to do about cells out of range
    Survey ask(String knob, String column, Range range, boolean varying, String todo) {
        asked.add(new Asked(knob, column, range, varying, todo));
        return this;
    }

    /// Reads the table once.
    ///
    /// @return every problem found, in the order of asking
    List<Problem> of(Dataset table) {
        List<Problem> problems = new ArrayList<>();
        for (Asked one : asked) {
            try {
                table.number(one.column);
            } catch (Misuse e) {
                problems.add(Problem.of(one.knob, e));
            }
        }
        if (!problems.isEmpty()) {
            return problems;
        }
        table.stream(asked.stream().map(one -> one.column).toList(), this);
        for (Asked one : asked) {
            if (one.badCount > 0) {
                problems.add(new Problem(
                        one.knob,
                        "in column \"" + one.column + "\" " + String.join(", ", one.bad)
                                + (one.badCount > NAMED ? " and " + (one.badCount - NAMED) + " more" : ""),
                        one.range.expected,
                        one.todo));
            } else if (one.varying && one.low == one.high) {
                problems.add(new Problem(
                        one.knob,
                        "column \"" + one.column + "\" with " + one.low
                                + (rows == 1 ? " in its only row" : " in every row"),
                        "a column that varies",
                        "add rows where it differs, or choose another column"));
            }
        }
        return problems;
    }

    @Override
    public void rows(long first, int count, double[][] block) {
        for (int c = 0; c < block.length; c++) {
            Asked one = asked.get(c);
            for (int i = 0; i < count; i++) {
                one.take(block[c][i], first + i);
            }
        }
        rows = first + count;
    }
}
