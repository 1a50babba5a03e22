package thalweg.stan.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thalweg.array.Misuse;

/// The R dump that RStan and old CmdStan write.
final class DumpValues {
    private final String file;
    private final String text;
    private int at;

    DumpValues(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /// Numbers in the order of the file.
    private record Run(List<Double> numbers, boolean whole, boolean scalar) {}

    Map<String, StanData.Entry> all() {
        Map<String, StanData.Entry> all = new LinkedHashMap<>();
        while (true) {
            skip();
            if (at >= text.length()) {
                return all;
            }
            int line = line();
            String name = name();
            skip();
            if (!take("<-") && !take("=")) {
                throw bad("\"<-\" after " + name);
            }
            all.put(name, entry(line));
            take(";");
        }
    }

    private StanData.Entry entry(int line) {
        skip();
        if (!take("structure")) {
            Run run = run();
            int[] shape = run.scalar() ? new int[0] : new int[] {run.numbers().size()};
            return new StanData.Entry(numbers(run), shape, run.whole(), "", line);
        }
        expect("(");
        Run run = run();
        expect(",");
        skip();
        if (!take(".Dim") && !take("dim")) {
            throw bad(".Dim");
        }
        expect("=");
        Run dims = run();
        expect(")");
        int[] shape = dims.numbers().stream().mapToInt(Double::intValue).toArray();
        return new StanData.Entry(byRows(numbers(run), shape), shape, run.whole(), "", line);
    }

    private static double[] numbers(Run run) {
        return run.numbers().stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// R keeps the first index fastest; here the last is.
    static double[] byRows(double[] numbers, int[] shape) {
        double[] rows = new double[numbers.length];
        int[] index = new int[shape.length];
        for (double number : numbers) {
            int place = 0;
            for (int axis = 0; axis < shape.length; axis++) {
                place = place * shape[axis] + index[axis];
            }
            if (place < rows.length) {
                rows[place] = number;
            }
            for (int axis = 0; axis < shape.length && ++index[axis] == shape[axis]; axis++) {
                index[axis] = 0;
            }
        }
        return rows;
    }

    private Run run() {
        skip();
        List<Double> numbers = new ArrayList<>();
        if (take("integer") || take("double") || take("numeric")) {
            expect("(");
            int count = (int) number();
            expect(")");
            for (int i = 0; i < count; i++) {
                numbers.add(0.0);
            }
            return new Run(numbers, true, false);
        }
        boolean whole = true;
        boolean open = take("c");
        boolean scalar = !open;
        if (open) {
            expect("(");
        }
        if (open && take(")")) {
            return new Run(numbers, true, false);
        }
        do {
            skip();
            int start = at;
            double first = number();
            whole &= text.substring(start, at).matches("[-+]?\\d+L?");
            if (take(":")) {
                scalar = false;
                double last = number();
                double step = last < first ? -1 : 1;
                for (double x = first; step > 0 ? x <= last : x >= last; x += step) {
                    numbers.add(x);
                }
            } else {
                numbers.add(first);
            }
        } while (open && take(","));
        if (open) {
            expect(")");
        }
        return new Run(numbers, whole, scalar);
    }

    private double number() {
        skip();
        int start = at;
        while (at < text.length() && "+-.eEL".indexOf(text.charAt(at)) >= 0
                || at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        String word = text.substring(start, at).replace("L", "");
        return switch (word) {
            case "NaN", "NA" -> Double.NaN;
            case "Inf", "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            case "TRUE" -> 1;
            case "FALSE" -> 0;
            default -> {
                try {
                    yield Double.parseDouble(word);
                } catch (NumberFormatException e) {
                    at = start;
                    throw bad("a number");
                }
            }
        };
    }

    private String name() {
        boolean quoted = at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '`');
        if (quoted) {
            int close = text.indexOf(text.charAt(at), at + 1);
            String name = text.substring(at + 1, Math.max(at + 1, close));
            at = close + 1;
            return name;
        }
        int start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "._".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        if (start == at) {
            throw bad("a name");
        }
        return text.substring(start, at);
    }

    private void skip() {
        while (at < text.length()) {
            if (text.charAt(at) == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else {
                return;
            }
        }
    }

    private boolean take(String word) {
        skip();
        boolean letters = Character.isLetter(word.charAt(word.length() - 1));
        int end = at + word.length();
        if (!text.startsWith(word, at)
                || letters && end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            return false;
        }
        at = end;
        return true;
    }

    private void expect(String mark) {
        if (!take(mark)) {
            throw bad("\"" + mark + "\"");
        }
    }

    private int line() {
        return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    private Misuse bad(String expected) {
        String rest = text.substring(at, Math.min(text.length(), at + 12)).strip();
        return new Misuse(
                file + " line " + line() + ": \"" + rest + "\"", expected, "write data as JSON, or as R's dump");
    }
}
