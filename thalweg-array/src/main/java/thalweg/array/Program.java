package thalweg.array;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A closed, typed list of steps from inputs to results; it prints, and [#parse] reads the print back.
///
/// Transformations take programs to programs; executors take them to numbers. Identity is its equality.
public final class Program {
    /// A declared input.
    public record Input(String name, Type type) {}

    private final List<Input> inputs;
    private final List<Step> steps;
    private final int[] outputs;
    private final Type[] types;
    private final int[] lastUse;

    Program(List<Input> inputs, List<Step> steps, int[] outputs) {
        this.inputs = List.copyOf(inputs);
        this.steps = List.copyOf(steps);
        this.outputs = outputs;
        int values = inputs.size();
        for (Step step : steps) {
            values += step.types().size();
        }
        this.types = new Type[values];
        this.lastUse = new int[values];
        for (int i = 0; i < inputs.size(); i++) {
            types[i] = inputs.get(i).type();
        }
        for (int s = 0; s < steps.size(); s++) {
            Step step = steps.get(s);
            for (int i = 0; i < step.arity(); i++) {
                lastUse[step.operand(i)] = s;
            }
            for (int r = 0; r < step.types().size(); r++) {
                types[step.first() + r] = step.types().get(r);
                lastUse[step.first() + r] = s;
            }
        }
        for (int output : outputs) {
            lastUse[output] = steps.size();
        }
    }

    /// The program of a function at an example of its argument (only shapes, kinds and fixed parts of it count).
    ///
    /// @throws Misuse if the function uses tensors of a function that is being traced around it
    public static <A> Program of(Function<A, ?> function, A example) {
        Closure<A, ?> closure = Closure.of(function, example);
        if (!closure.captured().isEmpty()) {
            throw new Misuse(
                    "a function that uses traced tensors of a function around it",
                    "a function of its argument and concrete tensors",
                    "make them arguments, or print the program of the outer function");
        }
        return closure.program();
    }

    /// Reads a listing.
    ///
    /// @throws Misuse with the line that is wrong
    public static Program parse(String listing) {
        return new Reader(listing).program();
    }

    public List<Input> inputs() {
        return inputs;
    }

    public List<Step> steps() {
        return steps;
    }

    /// The number of results.
    public int results() {
        return outputs.length;
    }

    /// The number of the value that is result `i`.
    public int output(int i) {
        return outputs[i];
    }

    /// How many values there are: inputs and results of steps.
    public int values() {
        return types.length;
    }

    /// The type of value number `value`.
    public Type type(int value) {
        return types[value];
    }

    public List<Type> inputTypes() {
        return inputs.stream().map(Input::type).toList();
    }

    public List<Type> resultTypes() {
        List<Type> results = new ArrayList<>();
        for (int output : outputs) {
            results.add(types[output]);
        }
        return results;
    }

    /// The number of the last step that reads a value; the number of steps for a result.
    public int lastUse(int value) {
        return lastUse[value];
    }

    /// Applies the program: numbers from numbers, else its steps are recorded in the innermost trace.
    ///
    /// @throws Misuse if the arguments are not those declared
    public List<Tensor> on(List<Tensor> arguments) {
        check(arguments);
        @Nullable Tensor[] values = new @Nullable Tensor[types.length];
        for (int i = 0; i < arguments.size(); i++) {
            values[i] = arguments.get(i);
        }
        Trace trace = Trace.innermost(arguments);
        for (int s = 0; s < steps.size(); s++) {
            Step step = steps.get(s);
            List<Tensor> operands = new ArrayList<>(step.arity());
            for (int i = 0; i < step.arity(); i++) {
                operands.add(present(values[step.operand(i)]));
            }
            List<Tensor> results = step.op() instanceof Source.Constant(Tensor constant)
                    ? List.of(trace == null ? constant : trace.constant(constant))
                    : Trace.apply(step.op(), operands, step.types(), step.place());
            for (int r = 0; r < results.size(); r++) {
                values[step.first() + r] = results.get(r);
            }
            for (int i = 0; i < step.arity(); i++) {
                if (lastUse[step.operand(i)] == s) {
                    values[step.operand(i)] = null;
                }
            }
        }
        List<Tensor> results = new ArrayList<>(outputs.length);
        for (int output : outputs) {
            results.add(present(values[output]));
        }
        return results;
    }

    /// The complete text, every constant in full, with the user's lines as comments.
    public String listing() {
        return new Printer(Integer.MAX_VALUE).print(this);
    }

    /// The listing without lines and names: equal for programs that do the same.
    public String structure() {
        return new Printer(Integer.MAX_VALUE, false).print(this);
    }

    /// The text with long constants abridged.
    @Override
    public String toString() {
        return new Printer(16).print(this);
    }

    private void check(List<Tensor> arguments) {
        List<Type> found = arguments.stream().map(Tensor::type).toList();
        if (!found.equals(inputTypes())) {
            throw new Misuse("a program applied to " + found, inputTypes().toString(), "see the head of its listing");
        }
    }

    private static Tensor present(@Nullable Tensor value) {
        if (value == null) {
            throw new IllegalStateException("a value was read after its last use");
        }
        return value;
    }
}
