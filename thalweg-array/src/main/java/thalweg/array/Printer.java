package thalweg.array;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Writes a program as text.
final class Printer {
    private final StringBuilder text = new StringBuilder();
    private final int longest;
    private final boolean lines;

    /// @param longest constants with more elements are abridged
    Printer(int longest) {
        this(longest, true);
    }

    /// @param lines whether the user's lines and the names of inputs are written
    Printer(int longest, boolean lines) {
        this.longest = longest;
        this.lines = lines;
    }

    String print(Program program) {
        write(program, "");
        return text.toString();
    }

    private void write(Program program, String indent) {
        List<String> inputs = new ArrayList<>();
        for (int i = 0; i < program.inputs().size(); i++) {
            Program.Input input = program.inputs().get(i);
            inputs.add("%" + i + " " + quoted(lines ? input.name() : "x" + i) + ": " + input.type());
        }
        text.append(indent).append("program(").append(String.join(", ", inputs)).append(") {\n");
        for (Step step : program.steps()) {
            write(step, indent + "  ");
        }
        List<String> results = new ArrayList<>();
        for (int i = 0; i < program.results(); i++) {
            results.add("%" + program.output(i));
        }
        text.append(indent).append("  return ").append(String.join(", ", results));
        text.append('\n').append(indent).append("}\n");
    }

    private void write(Step step, String indent) {
        text.append(indent);
        for (int r = 0; r < step.types().size(); r++) {
            text.append(r == 0 ? "%" : ", %").append(step.first() + r);
        }
        text.append(" = ").append(Notation.head(step.op()));
        for (int operand : step.operands()) {
            text.append(" %").append(operand);
        }
        if (step.op() instanceof Source.Constant(Tensor value)) {
            text.append(" {");
            int count = value.count();
            int shown = count > longest ? 4 : count;
            for (int i = 0; i < shown; i++) {
                text.append(i == 0 ? "" : ",");
                text.append(value.type().isReal() ? Double.toString(value.realAt(i)) : Long.toString(value.wholeAt(i)));
            }
            text.append(shown < count ? ",..}" : "}");
        }
        text.append(" : ");
        text.append(step.types().stream().map(Type::toString).collect(Collectors.joining(", ")));
        Place place = step.place();
        text.append(place == null || !lines ? "\n" : "  // " + place + "\n");
        for (Program program : Notation.programs(step.op())) {
            write(program, indent + "    ");
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
