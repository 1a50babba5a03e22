package thalweg.room.symmetry;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import thalweg.room.symmetry.invariant.Law;
import thalweg.room.symmetry.library.Feature;

/// What physics calls a law, where its terms say so; `Q1` and so on otherwise.
final class LawName {
    private LawName() {}

    static String of(Law law, int number) {
        Set<String> terms = law.terms().stream()
                .map(Feature::text)
                .map(t -> t.toLowerCase(Locale.ROOT).replace(" ", ""))
                .collect(Collectors.toSet());
        String name = terms.size() == 1 ? single(terms.iterator().next()) : several(law, terms);
        return name.isEmpty() ? "Q" + number : name;
    }

    private static String single(String term) {
        if (term.matches("(m|mass)\\*v([xyz]?)")) {
            String axis = term.substring(term.length() - 1);
            return axis.equals("v") ? "momentum" : "momentum " + axis;
        }
        if (term.matches("(m|mass)\\*\\(?v[xyz]?\\^2.*") && !term.contains("sqrt") && !term.contains("^1.5")) {
            return "kinetic energy";
        }
        return "";
    }

    private static String several(Law law, Set<String> terms) {
        List<Feature> features = law.terms();
        if (terms.size() == 2
                && terms.equals(Set.of("x*vy", "y*vx"))
                && law.coefficients()[0] * law.coefficients()[1] < 0) {
            return "angular momentum";
        }
        if (terms.stream().allMatch(t -> t.matches("v[xyz]?[0-9]*|v[0-9]*[xyz]?"))) {
            String axis = features.getFirst().text().replaceAll("[v0-9_]", "");
            return axis.isEmpty() ? "momentum" : "momentum " + axis;
        }
        if (terms.contains("x/sqrt(x^2+y^2)") && terms.contains("x*vy^2")) {
            return "Runge-Lenz x";
        }
        if (terms.contains("y/sqrt(x^2+y^2)") && terms.contains("y*vx^2")) {
            return "Runge-Lenz y";
        }
        boolean kinetic = terms.stream().anyMatch(t -> t.matches("(v[xyz]?|p[xyz]?|v[0-9]|p[0-9])\\^2"));
        boolean still = terms.stream().anyMatch(t -> t.matches("cos\\(.*\\)|1/sqrt.*|[xyzq][0-9]?\\^2"));
        boolean positive = sameSign(law);
        boolean crossed = terms.stream().anyMatch(t -> t.contains("*v") || t.contains("*p"));
        return kinetic && still && positive && !crossed ? "energy" : "";
    }

    /// Whether all squares of velocities have one sign.
    private static boolean sameSign(Law law) {
        double sign = 0;
        for (int i = 0; i < law.coefficients().length; i++) {
            if (law.terms().get(i).text().matches("(v[xyz]?|p[xyz]?|v[0-9]|p[0-9])\\^2")) {
                double one = Math.signum(law.coefficients()[i]);
                if (sign * one < 0) {
                    return false;
                }
                sign = one;
            }
        }
        return true;
    }
}
