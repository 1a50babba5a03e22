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
        POSITIVE("above zero, since logarithms are taken", "leave these rows out, or use --abs or --offset"),
        /// any finite number
        FINITE("a finite number", "leave these rows out"),
        /// a standard error
        ERROR("a standard error above zero", "correct the errors, or leave --sigma out");

        private final String expected;
        private final String todo;

        Range(String expected, String todo) {
            this.expected = expected;
            this.todo = todo;
        }
    }

    private static final class Asked {
        final String knob;
        final String column;
        final Range range;
        final boolean varying;
        final List<String> bad = new ArrayList<>();
        long badCount;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;

        Asked(String knob, String column, Range range, boolean varying) {
            this.knob = knob;
            this.column = column;
            this.range = range;
            this.varying = varying;
        }

        void take(double value, long row) {
            boolean good = Double.isFinite(value) && (range == Range.FINITE || value > 0);
            if (good) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            } else if (badCount++ < NAMED) {
                bad.add((Double.isNaN(value) ? "nothing (or nan)" : Double.toString(value)) + " in row " + (row + 1));
            }
        }
    }

    /// Asks for a column; `varying` where a constant one explains or determines nothing.
    Survey ask(String knob, String column, Range range, boolean varying) {
        asked.add(new Asked(knob, column, range, varying));
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
                        one.range.todo));
            } else if (one.varying && one.low == one.high && rows > 1) {
                problems.add(new Problem(
                        one.knob,
                        "the column \"" + one.column + "\" is " + one.low + " in every row",
                        "a column that varies",
                        "leave it out, or add rows where it differs"));
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
