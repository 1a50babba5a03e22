package thalweg.stan.trace;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import thalweg.array.Tensor;
import thalweg.array.transform.Calculus;
import thalweg.stan.type.StanType;

/// Values brought to one place: the innermost lanes among them, or the body of the loop that one belongs to.
///
/// @param tensors with a leading axis of lanes where `wide` says so
record Operands(@Nullable Lanes lanes, @Nullable Turn turn, Tensor[] tensors, boolean[] wide) {
    static Operands of(Value... values) {
        return of(List.of(values));
    }

    static Operands of(List<Value> values) {
        Turn turn = null;
        Lanes lanes = null;
        for (Value value : values) {
            turn = value.turn() == null ? turn : value.turn();
            lanes = Lanes.inner(lanes, value.lanes());
        }
        Tensor[] tensors = new Tensor[values.size()];
        boolean[] wide = new boolean[values.size()];
        for (int i = 0; i < tensors.length; i++) {
            Value value = values.get(i);
            Lanes own = value.lanes();
            if (own == null) {
                tensors[i] = value.tensor();
            } else if (turn != null) {
                tensors[i] = turn.row(value);
            } else {
                tensors[i] = lanes == null ? value.tensor() : lanes.lift(value.tensor(), own);
                wide[i] = true;
            }
        }
        return new Operands(turn == null ? lanes : null, turn, tensors, wide);
    }

    Value result(StanType type, Tensor tensor) {
        return Value.of(type, tensor, lanes, turn);
    }

    /// Axes of one lane.
    int rank(int i) {
        return tensors[i].rank() - (wide[i] ? 1 : 0);
    }

    /// Gives scalars of lanes as many axes as the widest operand, so that elementwise operations fit.
    Operands aligned() {
        int most = 0;
        int widest = -1;
        for (int i = 0; i < tensors.length; i++) {
            if (rank(i) > most) {
                most = rank(i);
                widest = i;
            }
        }
        if (widest < 0 || lanes == null) {
            return this;
        }
        int[] sizes = tensors[widest]
                .shape()
                .part(wide[widest] ? 1 : 0, tensors[widest].rank())
                .sizes();
        Tensor[] fitted = tensors.clone();
        for (int i = 0; i < fitted.length; i++) {
            if (wide[i] && rank(i) == 0) {
                for (int size : sizes) {
                    fitted[i] = fitted[i].expand(-1, size);
                }
            }
        }
        return new Operands(lanes, turn, fitted, wide);
    }

    /// A function of the tensors of one lane, applied in every lane.
    Tensor each(Function<List<Tensor>, Tensor> function) {
        boolean any = false;
        for (boolean one : wide) {
            any |= one;
        }
        if (!any || lanes == null) {
            return function.apply(List.of(tensors));
        }
        List<Tensor> stacked = new java.util.ArrayList<>();
        for (int i = 0; i < tensors.length; i++) {
            if (wide[i]) {
                stacked.add(tensors[i]);
            }
        }
        Function<List<Tensor>, Tensor> inner = rows -> {
            Tensor[] all = tensors.clone();
            int next = 0;
            for (int i = 0; i < all.length; i++) {
                if (wide[i]) {
                    all[i] = rows.get(next++);
                }
            }
            return function.apply(List.of(all));
        };
        return Calculus.batch(inner).apply(stacked);
    }
}
