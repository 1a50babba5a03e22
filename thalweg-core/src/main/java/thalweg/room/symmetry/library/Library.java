package thalweg.room.symmetry.library;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import thalweg.array.Misuse;
import thalweg.data.Nearest;
import thalweg.formula.Formula;
import thalweg.formula.Function;
import thalweg.formula.Operator;

/// A set of features, put together from words: `monomial:3`, `reciprocal-distance`, `log`, `cos`, `sin`, `powers`, or
/// any formula.
///
/// A word may name coordinates: `cos:theta`, `log:x:y`, `reciprocal-distance:x:y`. Every feature stands once.
public record Library(List<Feature> features) {
    /// The words that are no formula.
    public static final List<String> WORDS =
            List.of("auto", "monomial", "reciprocal-distance", "log", "cos", "sin", "powers");

    private static final int MOST_TERMS = 70;

    /// Drops features that stand twice.
    public Library {
        Set<Formula> seen = new LinkedHashSet<>();
        features = features.stream().filter(f -> seen.add(f.formula())).toList();
    }

    public Library plus(Library more) {
        List<Feature> all = new ArrayList<>(features);
        all.addAll(more.features);
        return new Library(all);
    }

    /// All monomials of the coordinates from degree 1 to `degree`.
    public static Library monomial(List<String> names, int degree) {
        return new Library(Monomials.of(names, degree));
    }

    /// One word of `--library`.
    ///
    /// @throws Misuse for a word that is neither known nor a formula of these coordinates
    public static Library of(String word, List<String> names) {
        String[] part = word.strip().split(":");
        List<String> own = List.of(part).subList(1, part.length);
        return switch (part[0]) {
            case "monomial", "monomials" -> monomial(names, degree(word, own));
            case "reciprocal-distance" ->
                new Library(Distances.reciprocal(own.isEmpty() ? Names.places(names) : List.of(own)));
            case "log", "logs" -> applied(Function.LOG, own.isEmpty() ? names : own);
            case "cos" -> applied(Function.COS, own.isEmpty() ? angles(names) : own);
            case "sin" -> applied(Function.SIN, own.isEmpty() ? angles(names) : own);
            default -> written(word, names);
        };
    }

    private static int degree(String word, List<String> own) {
        if (own.size() == 1 && own.getFirst().matches("[1-9]|1[0-2]")) {
            return Integer.parseInt(own.getFirst());
        }
        throw new Misuse("\"" + word + "\"", "monomial:N with N from 1 to 12", "write for example monomial:3");
    }

    private static List<String> angles(List<String> names) {
        List<String> angles = names.stream().filter(Names::isAngle).toList();
        return angles.isEmpty() ? names : angles;
    }

    private static Library applied(Function function, List<String> names) {
        return new Library(names.stream()
                .map(name -> new Feature(new Formula.Apply(function, new Formula.Name(name)), 1))
                .toList());
    }

    private static Library written(String word, List<String> names) {
        if (word.strip().matches("[a-z]+(-[a-z]+)+")
                || word.contains(":")
                || word.strip().matches("[a-z]+") && !names.contains(word.strip())) {
            throw new Misuse(
                    "\"" + word + "\" in the library",
                    "one of " + String.join(", ", WORDS) + ", or a formula of " + String.join(", ", names),
                    Nearest.advice(word.split(":")[0], WORDS, "correct it"));
        }
        Formula formula = Formula.parse(word);
        for (String name : formula.names()) {
            if (!names.contains(name)) {
                throw new Misuse(
                        "\"" + name + "\" in the formula " + word,
                        "one of " + String.join(", ", names),
                        Nearest.advice(name, names, "use the names of the coordinates"));
            }
        }
        return new Library(List.of(new Feature(formula, 1)));
    }

    /// What to try where nothing is said: monomials as far as some 70 terms reach, logarithms of what is positive,
    /// `cos` and `sin` of angles, reciprocal distances of what has a place.
    ///
    /// @param positive coordinates that are positive everywhere
    public static Library auto(List<String> names, List<String> positive) {
        int degree = 1;
        while (degree < 4 && Monomials.count(names.size(), degree + 1) <= MOST_TERMS) {
            degree++;
        }
        List<List<String>> places = Names.places(names);
        List<String> angles = names.stream().filter(Names::isAngle).toList();
        boolean indexed = !places.isEmpty() && places.getFirst().getFirst().startsWith("q");
        Library library =
                monomial(names, degree == 4 && !places.isEmpty() && !indexed && names.size() > 2 ? 3 : degree);
        if (positive.size() == names.size()) {
            library = monomial(names, Math.min(degree, 2)).plus(applied(Function.LOG, names));
        }
        if (!angles.isEmpty()) {
            library = library.plus(applied(Function.COS, angles)).plus(applied(Function.SIN, angles));
        }
        return places.isEmpty() || indexed ? library : library.plus(new Library(Distances.reciprocal(places)));
    }

    /// Additive quantities of one body: `m^a v^b` with `a` of 0, 1/2, 1, 2 and `b` of 1, 2, 3, `|v|` and `m |v|`;
    /// without a mass, `v^b` and `|v|`.
    ///
    /// @param mass the name of the mass, empty where it is not known
    /// @param velocity the names of one to three components
    public static Library powers(String mass, List<String> velocity) {
        return new Library(Powers.of(mass, velocity));
    }

    static Formula join(Operator operator, Formula x, Formula y) {
        return new Formula.Join(operator, x, y);
    }
}
