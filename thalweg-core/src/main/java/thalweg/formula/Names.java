package thalweg.formula;

import java.util.Set;
import thalweg.array.Misuse;

/// What a name in a formula may be, and how it is written.
final class Names {
    private static final int LONGEST = 64;

    private Names() {}

    /// @throws Misuse if no formula can hold this name
    static void check(String name) {
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST) {
            throw new Misuse(
                    name.isEmpty() ? "a name without letters" : "the name \"" + name.substring(0, 20) + "...\"",
                    "a name of 1 to " + LONGEST + " characters",
                    "choose a shorter name");
        }
        if (name.codePoints().anyMatch(c -> c == '`' || Character.isISOControl(c))) {
            throw new Misuse("the name \"" + name + "\"", "a name without backquotes and controls", "rename it");
        }
    }

    static void collect(Formula formula, Set<String> names) {
        switch (formula) {
            case Formula.Literal _, Formula.Constant _ -> {}
            case Formula.Name(String name) -> names.add(name);
            case Formula.Apply apply -> collect(apply.x(), names);
            case Formula.Join join -> {
                collect(join.x(), names);
                collect(join.y(), names);
            }
        }
    }

    static boolean starts(int c) {
        return Character.isLetter(c) || c == '_';
    }

    /// Letters, digits, underscores, subscripts and marks over letters.
    static boolean continues(int c) {
        return Character.isLetterOrDigit(c)
                || c == '_'
                || isSubscript(c)
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    static boolean isSubscript(int c) {
        return c >= '₀' && c <= '₉';
    }

    /// The name as a formula writes it: in backquotes where it would not be read as one name.
    static String written(String name) {
        boolean plain =
                starts(name.codePointAt(0)) && name.codePoints().allMatch(Names::continues) && !Words.isTaken(name);
        return plain ? name : "`" + name + "`";
    }
}
