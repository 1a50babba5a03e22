package thalweg.array;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// A program that is being written: open it, make inputs, apply operations to them, close it.
///
/// Lambdas are traced through this door, and so is parsed text. Tensors of an outer trace that appear are *captured*:
/// they become inputs behind the declared ones. Traces nest like the calls that open them; an operation is recorded in
/// the innermost trace among its operands, so what depends on outer values alone stays outside.
public final class Trace {
    private static final AtomicLong OPENED = new AtomicLong();

    private final long serial = OPENED.incrementAndGet();
    private final List<Type> types = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Program.Input> inputs = new ArrayList<>();
    private final List<Integer> inputValues = new ArrayList<>();
    private final IdentityHashMap<Tensor, Integer> outer = new IdentityHashMap<>();
    private final List<Tensor> captured = new ArrayList<>();
    private final List<Integer> capturedValues = new ArrayList<>();
    private boolean open = true;

    /// A new input, to be given when the program runs.
    public Tensor input(String name, Type type) {
        inputs.add(new Program.Input(name, type));
        inputValues.add(types.size());
        return value(type);
    }

    /// A concrete tensor as a value of this trace, so that what is made of it alone is recorded as well.
    public Tensor constant(Tensor concrete) {
        return concrete.trace() == null ? new Tensor(this, number(concrete), concrete.type()) : concrete;
    }

    /// Ends the trace: the program from its inputs (then the captured tensors) to these results, without dead steps.
    public Program close(List<Tensor> results) {
        int[] outputs = results.stream().mapToInt(this::number).toArray();
        open = false;
        boolean[] live = live(outputs);
        int[] renamed = new int[types.size()];
        int next = 0;
        List<Program.Input> all = new ArrayList<>(inputs);
        for (int value : inputValues) {
            renamed[value] = next++;
        }
        List<Tensor> kept = new ArrayList<>();
        for (int c = 0; c < captured.size(); c++) {
            int value = capturedValues.get(c);
            if (live[value]) {
                renamed[value] = next++;
                kept.add(captured.get(c));
                all.add(new Program.Input("captured" + kept.size(), types.get(value)));
            }
        }
        captured.clear();
        captured.addAll(kept);
        List<Step> compact = new ArrayList<>(steps.size());
        for (Step step : steps) {
            if (alive(step, live)) {
                int[] operands = step.operands();
                boolean same = step.first() == next;
                for (int i = 0; i < operands.length; i++) {
                    same &= operands[i] == renamed[operands[i]];
                    operands[i] = renamed[operands[i]];
                }
                compact.add(same ? step : new Step(step.op(), operands, next, step.types(), step.place()));
                for (int r = 0; r < step.types().size(); r++) {
                    renamed[step.first() + r] = next++;
                }
            }
        }
        for (int o = 0; o < outputs.length; o++) {
            outputs[o] = renamed[outputs[o]];
        }
        return new Program(all, compact, outputs);
    }

    /// The outer tensors behind the last inputs of the closed program.
    public List<Tensor> captured() {
        return List.copyOf(captured);
    }

    boolean isOpen() {
        return open;
    }

    static List<Tensor> apply(Op op, List<Tensor> operands, @Nullable Place place) {
        List<Type> types = new ArrayList<>(operands.size());
        for (Tensor operand : operands) {
            types.add(operand.type());
        }
        return apply(op, operands, Infer.types(op, types), place);
    }

    static List<Tensor> apply(Op op, List<Tensor> operands, List<Type> types, @Nullable Place place) {
        Trace innermost = innermost(operands);
        return innermost == null
                ? Oracle.evaluate(op, types, operands)
                : innermost.record(op, operands, types, place == null ? Place.here() : place);
    }

    /// The innermost trace among some tensors; null if all are concrete.
    public static @Nullable Trace innermost(List<Tensor> operands) {
        Trace innermost = null;
        for (Tensor operand : operands) {
            Trace trace = operand.trace();
            if (trace != null && (innermost == null || trace.serial > innermost.serial)) {
                innermost = trace;
            }
        }
        return innermost;
    }

    private List<Tensor> record(Op op, List<Tensor> operands, List<Type> results, @Nullable Place place) {
        if (!open) {
            throw escaped();
        }
        int[] numbers = new int[operands.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(operands.get(i));
        }
        steps.add(new Step(op, numbers, types.size(), results, place));
        if (results.size() == 1) {
            return List.of(value(results.get(0)));
        }
        List<Tensor> values = new ArrayList<>(results.size());
        for (Type type : results) {
            values.add(value(type));
        }
        return values;
    }

    private Tensor value(Type type) {
        types.add(type);
        return new Tensor(this, types.size() - 1, type);
    }

    private int number(Tensor tensor) {
        if (tensor.trace() == this) {
            return tensor.number();
        }
        Integer known = outer.get(tensor);
        if (known != null) {
            return known;
        }
        int number = types.size();
        types.add(tensor.type());
        outer.put(tensor, number);
        Trace other = tensor.trace();
        if (other == null) {
            steps.add(new Step(new Source.Constant(tensor), new int[0], number, List.of(tensor.type()), null));
        } else {
            if (!other.open || other.serial > serial) {
                throw escaped();
            }
            captured.add(tensor);
            capturedValues.add(number);
        }
        return number;
    }

    private boolean[] live(int[] outputs) {
        boolean[] live = new boolean[types.size()];
        for (int output : outputs) {
            live[output] = true;
        }
        for (int s = steps.size() - 1; s >= 0; s--) {
            Step step = steps.get(s);
            if (alive(step, live)) {
                for (int i = 0; i < step.arity(); i++) {
                    live[step.operand(i)] = true;
                }
            }
        }
        return live;
    }

    private static boolean alive(Step step, boolean[] live) {
        for (int r = 0; r < step.types().size(); r++) {
            if (live[step.first() + r]) {
                return true;
            }
        }
        return false;
    }

    private static Misuse escaped() {
        return new Misuse(
                "a traced tensor outside the function it was traced in",
                "tensors of the function that is running",
                "return it as a result instead of keeping it in a field or variable");
    }
}
