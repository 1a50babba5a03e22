package thalweg.array;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the text of a program, a line at a time.
final class Reader {
    private final String[] lines;
    private int at;

    Reader(String listing) {
        this.lines = listing.split("\n", -1);
    }

    Program program() {
        skipBlank();
        String head = line();
        if (!head.startsWith("program(") || !head.endsWith(") {")) {
            throw bad("program(%0 \"name\": f64[..], ..) {");
        }
        List<Program.Input> inputs = inputs(head.substring(8, head.length() - 3));
        at++;
        List<Step> steps = new ArrayList<>();
        List<Type> values = new ArrayList<>();
        inputs.forEach(input -> values.add(input.type()));
        while (!line().startsWith("return")) {
            steps.add(step(values));
        }
        int[] outputs = references(line().substring(6).replace(",", " "), values.size());
        at++;
        if (!line().equals("}")) {
            throw bad("}");
        }
        at++;
        return new Program(inputs, steps, outputs);
    }

    private List<Program.Input> inputs(String text) {
        List<Program.Input> inputs = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            int open = text.indexOf('"', i);
            if (open < 0) {
                throw bad("a quoted name for each input");
            }
            StringBuilder name = new StringBuilder();
            int c = open + 1;
            for (; c < text.length() && text.charAt(c) != '"'; c++) {
                boolean escaped = text.charAt(c) == '\\' && c + 1 < text.length();
                char next = text.charAt(escaped ? ++c : c);
                name.append(escaped && next == 'n' ? '\n' : next);
            }
            int end = text.indexOf(']', c);
            if (end < 0 || !text.startsWith("\": ", c)) {
                throw bad("a type behind each name, as \"x\": f64[3]");
            }
            inputs.add(new Program.Input(name.toString(), type(text.substring(c + 3, end + 1))));
            i = end + 1;
        }
        return inputs;
    }

    private Step step(List<Type> values) {
        String line = line();
        int comment = line.indexOf("  // ");
        Place place = comment < 0 ? null : Place.of(line.substring(comment + 5));
        String body = comment < 0 ? line : line.substring(0, comment);
        int equals = body.indexOf(" = ");
        int colon = body.lastIndexOf(" : ");
        if (equals < 0 || colon < equals) {
            throw bad("%n = operation %operands : type, or return");
        }
        List<Type> types = new ArrayList<>();
        for (String type : body.substring(colon + 3).split(", ", -1)) {
            types.add(type(type.strip()));
        }
        String call = body.substring(equals + 3, colon);
        int bracket = call.indexOf('[');
        int space = call.indexOf(' ');
        boolean bracketed = bracket >= 0 && (space < 0 || bracket < space);
        int close = bracketed ? call.indexOf(']') : space < 0 ? call.length() : space;
        String name = call.substring(0, bracketed ? bracket : close);
        String inside = bracketed ? call.substring(bracket + 1, close) : "";
        String rest = call.substring(bracketed ? close + 1 : close).strip();
        int here = at++;
        if (name.equals("constant")) {
            return finish(new Source.Constant(constant(rest, types.get(0))), new int[0], values, types, place);
        }
        List<Program> programs = new ArrayList<>();
        while (at < lines.length && lines[at].strip().startsWith("program(")) {
            programs.add(program());
        }
        int after = at;
        at = here;
        Op op = decode(name, inside, programs);
        int[] operands = references(rest, values.size());
        List<Type> in = new ArrayList<>();
        for (int operand : operands) {
            in.add(values.get(operand));
        }
        List<Type> inferred = Infer.types(op, in);
        if (!inferred.equals(types)) {
            throw bad("results " + inferred);
        }
        at = after;
        return finish(op, operands, values, types, place);
    }

    private static Step finish(Op op, int[] operands, List<Type> values, List<Type> types, @Nullable Place place) {
        Step step = new Step(op, operands, values.size(), List.copyOf(types), place);
        values.addAll(types);
        return step;
    }

    private Op decode(String name, String inside, List<Program> programs) {
        Op op;
        try {
            op = Notation.decode(name, inside, programs);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw bad("an operation with its numbers, as sum[0,1]");
        }
        if (op == null) {
            throw bad("an operation that exists, not " + name);
        }
        return op;
    }

    private Tensor constant(String braces, Type type) {
        String inner = braces.substring(1, braces.length() - 1);
        String[] parts = inner.isEmpty() ? new String[0] : inner.split(",", -1);
        if (parts.length != type.shape().count()) {
            throw bad(type.shape().count() + " numbers (a listing, not the abridged toString)");
        }
        try {
            if (type.isReal()) {
                double[] reals = new double[parts.length];
                for (int i = 0; i < parts.length; i++) {
                    reals[i] = Double.parseDouble(parts[i]);
                }
                return Tensor.wrap(reals, type.shape());
            }
            long[] wholes = new long[parts.length];
            for (int i = 0; i < parts.length; i++) {
                wholes[i] = Long.parseLong(parts[i]);
            }
            return Tensor.wrap(wholes, type.shape());
        } catch (NumberFormatException e) {
            throw bad("numbers of kind " + type.kind());
        }
    }

    private int[] references(String text, int values) {
        List<Integer> numbers = new ArrayList<>();
        for (String part : text.strip().split(" ", -1)) {
            if (part.isEmpty()) {
                continue;
            }
            numbers.add(reference(part, values));
        }
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    private int reference(String part, int values) {
        try {
            int number = Integer.parseInt(part, 1, part.length(), 10);
            if (part.charAt(0) == '%' && number >= 0 && number < values) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw bad("values as %0, not " + part);
        }
        throw bad("values defined above, as %0, not " + part);
    }

    private Type type(String text) {
        String kind = text.substring(0, Math.max(text.indexOf('['), 0));
        if (!(kind.equals("f64") || kind.equals("i64")) || !text.endsWith("]")) {
            throw bad("a type as f64[2,3] or i64[], not " + text);
        }
        try {
            Shape shape = Shape.of(Notation.numbers(text.substring(4, text.length() - 1)));
            return new Type(kind.equals("f64") ? Kind.F64 : Kind.I64, shape);
        } catch (NumberFormatException e) {
            throw bad("a type as f64[2,3], not " + text);
        }
    }

    private void skipBlank() {
        while (at < lines.length && lines[at].isBlank()) {
            at++;
        }
    }

    private String line() {
        return at < lines.length ? lines[at].strip() : "";
    }

    private Misuse bad(String expected) {
        return new Misuse(
                "line " + (at + 1) + " of a listing: " + (at < lines.length ? line() : "its end"),
                expected,
                "compare with what listing() prints");
    }
}
