package thalweg.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import thalweg.array.Misuse;
import thalweg.array.Tensor;
import thalweg.array.Tree;
import thalweg.array.transform.Calculus;

/// A model held to data: `E(x) = -(1/n) sum_i ln p(y_i | f_i(x))`, up to a constant.
///
/// Its Fisher information is `G = (1/n) sum_i J_i' L_i J_i`, `J_i` the slopes of the outputs `f_i` and `L_i` the
/// information of the outputs ([Family]).
///
/// @param model outputs `[n, k]` for inputs `[n, ..]`; row `i` depends on row `i` alone
/// @param inputs `[n, ..]`
/// @param target `[n, k]`
public record Likelihood<S>(BiFunction<S, Tensor, Tensor> model, Tensor inputs, Tensor target, Family family) {
    /// @throws Misuse if inputs and targets differ in rows, or there are none
    public Likelihood {
        if (inputs.rank() < 1 || target.rank() != 2 || inputs.size(0) != target.size(0) || inputs.size(0) == 0) {
            throw new Misuse(
                    "inputs " + inputs.type() + " and targets " + target.type(),
                    "inputs [n, ..] and targets [n, k] of as many rows, at least one",
                    "give one row of each an example");
        }
    }

    /// A place, a direction, and nothing else.
    private record Along<S>(S at, S direction) {}

    /// How many rows of data there are.
    public int count() {
        return inputs.size(0);
    }

    /// The same model on rows `0, stride, 2 stride, ..` alone.
    ///
    /// @param stride 1 or more
    public Likelihood<S> every(int stride) {
        return stride == 1
                ? this
                : new Likelihood<>(
                        model, inputs.slice(0, 0, count(), stride), target.slice(0, 0, count(), stride), family);
    }

    /// The outputs at a place, `[n, k]`.
    public Tensor outputs(S at) {
        return model.apply(at, inputs);
    }

    /// The mean surprise, as a landscape.
    public Energy<S> energy() {
        return at -> family.surprise(outputs(at), target).sum().times(1.0 / count());
    }

    /// The product `G v` at a place, which no matrix is written down for: forward along `v`, the information of the
    /// outputs, and back. In pure tensor code.
    public S product(S at, S v) {
        Tensor out = outputs(at);
        Tensor along = Calculus.jvp(this::outputs, at, v).tangent();
        Tensor bent = family.bend(out, along).times(1.0 / count());
        return Calculus.vjp(this::outputs, at).pull().apply(bent);
    }

    /// The product `(1/n) sum_i g_i g_i' v` with slopes at the targets of the data. In pure tensor code.
    public S empirical(S at, S v) {
        Tensor along = Calculus.jvp(this::surprises, at, v).tangent();
        return Calculus.vjp(this::surprises, at).pull().apply(along.times(1.0 / count()));
    }

    private Tensor surprises(S at) {
        return family.surprise(outputs(at), target);
    }

    /// The product on plain arrays: place and direction in, `G v` out.
    public FlatFunction<?, S> products(S example) {
        return FlatFunction.of(
                (Along<S> along) -> product(along.at(), along.direction()), new Along<>(example, example));
    }

    /// The slopes of weighted sums of outputs, row by row: `[m n, size]`, its row `c n + i` is
    /// `sum_j weights[c, i, j] df_ij/dx`. In pure tensor code.
    ///
    /// @param weights `[m, n, k]`
    public Tensor slopes(S at, Tensor weights) {
        Tensor rows = Calculus.<Tensor, Tensor>batch(column ->
                        Calculus.<Row, Tensor>batch(row -> slope(at, row)).apply(new Row(inputs, column)))
                .apply(weights);
        return rows.reshape(rows.size(0) * rows.size(1), rows.size(2));
    }

    private record Row(Tensor input, Tensor weight) {}

    private Tensor slope(S at, Row row) {
        S slope = Calculus.<S>grad(
                        place -> model.apply(place, row.input().rows(1)).get(0).dot(row.weight()))
                .apply(at);
        List<Tensor> flat = new ArrayList<>();
        for (Tensor leaf : Tree.of(slope).leaves()) {
            flat.add(leaf.reshape(leaf.count()));
        }
        return Tensor.concatenate(0, flat);
    }
}
