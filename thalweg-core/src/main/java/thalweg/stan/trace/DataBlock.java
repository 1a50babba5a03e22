package thalweg.stan.trace;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.array.Shape;
import thalweg.array.Tensor;
import thalweg.stan.data.StanData;
import thalweg.stan.text.Expr;
import thalweg.stan.text.StanText;
import thalweg.stan.text.Stmt;
import thalweg.stan.type.StanType;

/// The data a program declares, found among given values and held against sizes and bounds.
final class DataBlock {
    private final Machine machine;
    private final StanText program;
    private final StanData data;
    private final List<String> problems = new ArrayList<>();

    DataBlock(Machine machine, StanText program, StanData data) {
        this.machine = machine;
        this.program = program;
        this.data = data;
    }

    /// Binds all data.
    ///
    /// @return what is wrong with them, each with variable, element and rule
    List<String> bind() {
        for (Stmt statement : program.statements(StanText.Part.DATA)) {
            if (statement instanceof Stmt.Declare declare) {
                try {
                    bind(declare);
                } catch (Fault fault) {
                    if (problems.isEmpty()) {
                        problems.add(fault.getMessage() + " (" + fault.at() + ")");
                    }
                }
            }
        }
        return problems;
    }

    private void bind(Stmt.Declare declare) {
        String name = declare.name().name();
        StanType type = StanType.of(declare.type());
        int before = problems.size();
        int[] sizes;
        try {
            sizes = machine.sizes(declare);
        } catch (Fault fault) {
            if (!problems.isEmpty()) {
                return;
            }
            throw fault;
        }
        StanData.Entry entry = data.get(name);
        if (entry == null) {
            if (Shape.of(sizes).count() == 0 && sizes.length > 0) {
                machine.declare(bare(declare)).set(Value.of(type, Tensor.zeros(sizes)));
                return;
            }
            problems.add(name + " is missing (" + type + ", declared at " + declare.at() + ")" + where());
            return;
        }
        shape(declare, entry, sizes);
        if (problems.size() == before && !entry.strange().isEmpty()) {
            problems.add(entry.strange() + line(entry));
        }
        if (problems.size() == before && type.base() == StanType.Base.INT) {
            whole(name, entry, sizes);
        }
        if (problems.size() > before) {
            return;
        }
        Cell cell = machine.declare(bare(declare));
        double[] numbers =
                entry.numbers().length == 0 ? new double[Shape.of(sizes).count()] : entry.numbers();
        cell.set(Value.of(type, Tensor.of(numbers, sizes)));
        problems.addAll(Constraint.problems(machine, declare, cell.get()));
    }

    private static Stmt.Declare bare(Stmt.Declare declare) {
        return new Stmt.Declare(declare.at(), declare.type(), declare.name(), null);
    }

    private static String where() {
        return "";
    }

    private static String line(StanData.@Nullable Entry entry) {
        return entry == null || entry.line() == 0 ? "" : " (line " + entry.line() + " of the data)";
    }

    private void shape(Stmt.Declare declare, StanData.Entry entry, int[] sizes) {
        String name = declare.name().name();
        int[] found = entry.shape();
        if (java.util.Arrays.equals(found, sizes) || Shape.of(sizes).count() == 0 && entry.numbers().length == 0) {
            return;
        }
        boolean single = sizes.length == 1 && sizes[0] == 1 && found.length == 0;
        if (single) {
            return;
        }
        if (found.length != sizes.length) {
            String axes = sizes.length == 0
                    ? "a number"
                    : sizes.length == 1 ? "an array of " + sizes[0] : "sizes " + Shape.of(sizes);
            problems.add(name + " has " + (found.length == 0 ? "one value" : "sizes " + Shape.of(found)) + ", expected "
                    + axes + line(entry));
            return;
        }
        List<Expr> texts = new ArrayList<>(declare.type().dims());
        texts.addAll(declare.type().sizes());
        for (int axis = 0; axis < sizes.length; axis++) {
            if (found[axis] != sizes[axis]) {
                String text = axis < texts.size() ? program.text(texts.get(axis).at()) : "";
                String expected = text.equals(String.valueOf(sizes[axis])) || text.isEmpty()
                        ? String.valueOf(sizes[axis])
                        : text + " = " + sizes[axis];
                String what = sizes.length == 1 ? found[axis] + " values" : found[axis] + " along axis " + (axis + 1);
                problems.add(name + " has " + what + ", expected " + expected + line(entry));
                return;
            }
        }
    }

    private void whole(String name, StanData.Entry entry, int[] sizes) {
        double[] numbers = entry.numbers();
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] != Math.rint(numbers[i]) || Double.isInfinite(numbers[i])) {
                problems.add(name + Constraint.element(i, sizes) + " = " + numbers[i] + ", expected int" + line(entry));
                return;
            }
            if (Math.abs(numbers[i]) > Integer.MAX_VALUE) {
                problems.add(name + Constraint.element(i, sizes) + " = " + numbers[i] + ", expected an int of 32 bits"
                        + line(entry));
                return;
            }
        }
    }
}
