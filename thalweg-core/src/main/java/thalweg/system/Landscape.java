package thalweg.system;

import java.util.List;
import thalweg.array.Misuse;
import thalweg.array.Tensor;
import thalweg.landscape.Box;
import thalweg.landscape.Energy;

/// A named landscape over vectors, with the box that holds what is to be seen and a start from which to walk.
public interface Landscape extends Energy<Tensor> {
    /// The name as a user types it.
    String name();

    /// The box that holds its critical points.
    Box box();

    /// A place to start from.
    double[] start();

    /// All of them.
    static List<Landscape> all() {
        return List.of(
                new Himmelblau(),
                new Camel(),
                new MuellerBrown(),
                new Rosenbrock(2),
                new Rosenbrock(10),
                new DoubleWell());
    }

    /// The landscape of a name.
    ///
    /// @throws Misuse with the names there are
    static Landscape of(String name) {
        return all().stream().filter(l -> l.name().equals(name)).findFirst().orElseThrow(() -> {
            String names = String.join(", ", all().stream().map(Landscape::name).toList());
            return new Misuse("no landscape " + name, names, "choose one, or give a formula");
        });
    }
}
