package thalweg.landscape;

import java.util.ArrayList;
import java.util.List;
import thalweg.array.Misuse;
import thalweg.array.Tensor;
import thalweg.array.Tree;

/// The coordinates of trees of one frame: the elements of their tensors, one after another.
public final class Coordinates<S> {
    private final Tree<S> example;
    private final int size;

    private Coordinates(Tree<S> example, int size) {
        this.example = example;
        this.size = size;
    }

    /// @throws Misuse if a tensor of the example is not F64, or there is none
    public static <S> Coordinates<S> of(S example) {
        Tree<S> tree = Tree.of(example);
        int size = 0;
        for (int i = 0; i < tree.leaves().size(); i++) {
            Tensor leaf = tree.leaves().get(i);
            if (!leaf.type().isReal()) {
                throw new Misuse(
                        "coordinate " + tree.names().get(i) + " of type " + leaf.type(),
                        "floating point numbers",
                        "let the energy capture whole numbers instead of taking them as coordinates");
            }
            size += leaf.count();
        }
        if (size == 0) {
            throw new Misuse("a place without coordinates", "at least one number", "give it a tensor");
        }
        return new Coordinates<>(tree, size);
    }

    /// How many there are.
    public int size() {
        return size;
    }

    /// The tree the coordinates were taken from.
    public Tree<S> example() {
        return example;
    }

    /// The coordinates of a tree, copied.
    ///
    /// @throws Misuse if its frame or a shape differs from the example's
    public double[] flat(S place) {
        return flat(Tree.of(place));
    }

    private double[] flat(Tree<S> tree) {
        if (!tree.frame().equals(example.frame())) {
            throw new Misuse("a place " + tree.frame(), "the frame " + example.frame(), "start a new flow for it");
        }
        double[] x = new double[size];
        int at = 0;
        for (int i = 0; i < tree.leaves().size(); i++) {
            Tensor leaf = tree.leaves().get(i);
            if (!leaf.type().equals(example.leaves().get(i).type())) {
                throw new Misuse(
                        "coordinate " + tree.names().get(i) + " of type " + leaf.type(),
                        example.leaves().get(i).type().toString(),
                        "start a new flow for it");
            }
            System.arraycopy(leaf.reals(), 0, x, at, leaf.count());
            at += leaf.count();
        }
        return x;
    }

    /// The tree at coordinates.
    public S tree(double[] x) {
        return example.with(leaves(x));
    }

    /// The tensors at coordinates.
    public List<Tensor> leaves(double[] x) {
        List<Tensor> leaves = new ArrayList<>(example.leaves().size());
        int at = 0;
        for (Tensor leaf : example.leaves()) {
            double[] part = new double[leaf.count()];
            System.arraycopy(x, at, part, 0, part.length);
            leaves.add(Tensor.wrap(part, leaf.shape()));
            at += part.length;
        }
        return leaves;
    }

    /// The name of coordinate `i`, as `layers.0.weight[3]`.
    public String name(int i) {
        int at = 0;
        for (int leaf = 0; leaf < example.leaves().size(); leaf++) {
            int count = example.leaves().get(leaf).count();
            if (i < at + count) {
                return example.names().get(leaf) + (count == 1 ? "" : "[" + (i - at) + "]");
            }
            at += count;
        }
        return "coordinate " + i;
    }
}
