package thalweg.landscape;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import thalweg.array.Tensor;
import thalweg.array.Tree;
import thalweg.array.run.Compiled;

/// A function of trees, compiled, over plain arrays: the leaves of its argument one after another in, the
/// leaves of its result out. Safe to use from many threads; allocates nothing once warm.
public final class FlatFunction<A, B> {
    private final Compiled<A, B> compiled;
    private final A example;
    private final int[] in;
    private final int[] out;
    private final AtomicReference<@Nullable Door> spare = new AtomicReference<>();
    private final ConcurrentLinkedQueue<Door> idle = new ConcurrentLinkedQueue<>();

    /// One thread's door, with arrays for leaves that are parts of the caller's.
    private record Door(
            Compiled.Flat flat,
            double[][] in,
            double[][] inside,
            double[][] out,
            double[][] outside,
            double[][] given,
            double[][] taken) {}

    private FlatFunction(Compiled<A, B> compiled, A example) {
        this.compiled = compiled;
        this.example = example;
        this.in = counts(Tree.of(example).leaves());
        this.out = compiled.plan(example).program().resultTypes().stream()
                .mapToInt(type -> type.shape().count())
                .toArray();
    }

    /// Compiles a function for arguments shaped like the example.
    ///
    /// @throws thalweg.array.Misuse if a leaf is not F64
    public static <A, B> FlatFunction<A, B> of(Function<A, B> function, A example) {
        return new FlatFunction<>(
                function instanceof Compiled<A, B> compiled ? compiled : Compiled.compile(function), example);
    }

    /// How many numbers the result has.
    public int results() {
        return Arrays.stream(out).sum();
    }

    /// Calls the function; the arrays of `given`, one after another, are the argument, those of `taken` the result.
    public void call(double[][] given, double[][] taken) {
        Door door = take();
        call(door, given, taken);
        give(door);
    }

    /// Calls a function of one array whose result is a number and an array, as a height and a slope.
    ///
    /// @return the number; the rest is written to `taken`
    public double call(double[] given, double[] taken) {
        Door door = take();
        door.given[0] = given;
        door.taken[1] = taken;
        call(door, door.given, door.taken);
        double number = door.taken[0][0];
        give(door);
        return number;
    }

    /// The same for an argument of several arrays.
    public double call(double[][] given, double[] taken) {
        Door door = take();
        door.taken[1] = taken;
        call(door, given, door.taken);
        double number = door.taken[0][0];
        give(door);
        return number;
    }

    private Door take() {
        Door door = spare.getAndSet(null);
        if (door == null) {
            door = idle.poll();
        }
        return door == null ? open() : door;
    }

    private void give(Door door) {
        if (!spare.compareAndSet(null, door)) {
            idle.add(door);
        }
    }

    private void call(Door door, double[][] given, double[][] taken) {
        scatter(given, door);
        for (int leaf = 0, array = 0, at = 0; leaf < out.length; leaf++) {
            boolean whole = at == 0 && taken[array].length == out[leaf];
            door.outside[leaf] = whole ? taken[array] : door.out[leaf];
            at += out[leaf];
            if (at >= taken[array].length) {
                array++;
                at = 0;
            }
        }
        door.flat.call(door.inside, door.outside);
        for (int leaf = 0, array = 0, at = 0; leaf < out.length; leaf++) {
            if (at > 0 || taken[array].length != out[leaf]) {
                System.arraycopy(door.out[leaf], 0, taken[array], at, out[leaf]);
            }
            at += out[leaf];
            if (at >= taken[array].length) {
                array++;
                at = 0;
            }
        }
    }

    private void scatter(double[][] given, Door door) {
        for (int leaf = 0, array = 0, at = 0; leaf < in.length; leaf++) {
            if (at == 0 && given[array].length == in[leaf]) {
                door.inside[leaf] = given[array];
            } else {
                System.arraycopy(given[array], at, door.in[leaf], 0, in[leaf]);
                door.inside[leaf] = door.in[leaf];
            }
            at += in[leaf];
            if (at >= given[array].length) {
                array++;
                at = 0;
            }
        }
    }

    private Door open() {
        return new Door(
                compiled.flat(example),
                arrays(in),
                new double[in.length][],
                arrays(out),
                new double[out.length][],
                new double[1][],
                new double[][] {new double[1], new double[0]});
    }

    private static double[][] arrays(int[] counts) {
        double[][] arrays = new double[counts.length][];
        Arrays.setAll(arrays, i -> new double[counts[i]]);
        return arrays;
    }

    private static int[] counts(List<Tensor> leaves) {
        return leaves.stream().mapToInt(Tensor::count).toArray();
    }
}
