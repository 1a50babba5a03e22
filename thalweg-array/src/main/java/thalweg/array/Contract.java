package thalweg.array;

/// A sum of products over named axes: every matrix product. `ab,bc->ac` is `out_ac = sum_b left_ab right_bc`.
///
/// A name stands at most once in each place, and at least in two of the three: then the derivative by either operand is
/// again a contraction.
public record Contract(String left, String right, String out) implements Op {
    public Contract {
        if (!distinct(left) || !distinct(right) || !distinct(out)) {
            throw bad(left, right, out, "each name at most once in an operand", "take the diagonal first");
        }
        for (int i = 0; i < left.length(); i++) {
            if (right.indexOf(left.charAt(i)) < 0 && out.indexOf(left.charAt(i)) < 0) {
                throw bad(left, right, out, "the name " + left.charAt(i) + " a second time", "sum that axis first");
            }
        }
        for (int i = 0; i < right.length(); i++) {
            if (left.indexOf(right.charAt(i)) < 0 && out.indexOf(right.charAt(i)) < 0) {
                throw bad(left, right, out, "the name " + right.charAt(i) + " a second time", "sum that axis first");
            }
        }
        for (int i = 0; i < out.length(); i++) {
            if (left.indexOf(out.charAt(i)) < 0 && right.indexOf(out.charAt(i)) < 0) {
                throw bad(left, right, out, "the name " + out.charAt(i) + " in an operand", "expand afterwards");
            }
        }
    }

    /// Reads the form `ab,bc->ac`.
    public static Contract of(String names) {
        int comma = names.indexOf(',');
        int arrow = names.indexOf("->");
        if (comma < 0 || arrow < comma) {
            throw new Misuse("contraction " + names, "the form ab,bc->ac", "name the axes of both operands and result");
        }
        return new Contract(
                names.substring(0, comma).strip(),
                names.substring(comma + 1, arrow).strip(),
                names.substring(arrow + 2).strip());
    }

    /// Names in both operands and the result.
    public String batch() {
        return in(out, left, right, true);
    }

    /// Names of the left operand and the result alone.
    public String rows() {
        return in(out, left, right, false);
    }

    /// Names of the right operand and the result alone.
    public String columns() {
        return in(out, right, left, false);
    }

    /// Names that are summed over.
    public String inner() {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < left.length(); i++) {
            if (out.indexOf(left.charAt(i)) < 0) {
                names.append(left.charAt(i));
            }
        }
        return names.toString();
    }

    /// The size of a named axis.
    public int size(char name, Shape leftShape, Shape rightShape) {
        int axis = left.indexOf(name);
        return axis >= 0 ? leftShape.size(axis) : rightShape.size(right.indexOf(name));
    }

    private static String in(String from, String first, String second, boolean both) {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < from.length(); i++) {
            char name = from.charAt(i);
            if (first.indexOf(name) >= 0 && (second.indexOf(name) >= 0) == both) {
                names.append(name);
            }
        }
        return names.toString();
    }

    private static boolean distinct(String names) {
        return names.chars().distinct().count() == names.length();
    }

    private static Misuse bad(String left, String right, String out, String expected, String todo) {
        return new Misuse("contraction " + left + "," + right + "->" + out, expected, todo);
    }

    @Override
    public String toString() {
        return left + "," + right + "->" + out;
    }
}
