package thalweg.stan.trace;

import java.util.ArrayList;
import java.util.List;
import thalweg.array.Tensor;

/// The log density while it is gathered: terms that are summed in the end.
final class Target {
    private final List<Tensor> terms = new ArrayList<>();
    private final List<Value> values = new ArrayList<>();
    private final boolean gathers;
    private double known;

    /// @param gathers whether terms are kept lane by lane, as inside a condition on parameters
    Target(boolean gathers) {
        this.gathers = gathers;
    }

    Target() {
        this(false);
    }

    boolean gathers() {
        return gathers;
    }

    /// Keeps a term lane by lane.
    void each(Value value) {
        values.add(value);
    }

    /// The sum of terms kept lane by lane.
    Value all() {
        Value sum = Value.real(known);
        for (Value value : values) {
            sum = Arithmetic.of("+", sum, value);
        }
        return sum;
    }

    boolean isEmpty() {
        return values.isEmpty() && known == 0;
    }

    void add(Tensor term) {
        if (term.isTraced()) {
            terms.add(term);
        } else {
            known += term.value();
        }
    }

    /// A mark to come back to.
    record Mark(int terms, double known) {}

    Mark mark() {
        return new Mark(terms.size(), known);
    }

    void back(Mark mark) {
        terms.subList(mark.terms(), terms.size()).clear();
        known = mark.known();
    }

    Tensor sum() {
        Tensor sum = null;
        for (Tensor term : terms) {
            sum = sum == null ? term : sum.plus(term);
        }
        return sum == null ? Tensor.of(known) : known == 0 ? sum : sum.plus(known);
    }
}
