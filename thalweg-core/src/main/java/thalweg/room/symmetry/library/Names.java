package thalweg.room.symmetry.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the names of coordinates say: `x1, y1` are a place, `vx1` goes with `x1`, `theta` is an angle.
public final class Names {
    private static final Pattern AXIS = Pattern.compile("([xyz])_?([A-Za-z0-9]*)");
    private static final Pattern ANGLE = Pattern.compile("(q|theta|phi|psi|alpha|beta|angle)_?[0-9]*");
    private static final Pattern INDEXED = Pattern.compile("q_?([0-9]+)");

    private Names() {}

    /// The bodies that have a place in two or three dimensions: the names of their axes.
    public static List<List<String>> places(List<String> names) {
        Map<String, List<String>> bodies = new LinkedHashMap<>();
        for (String axis : List.of("x", "y", "z")) {
            for (String name : names) {
                Matcher matcher = AXIS.matcher(name);
                if (matcher.matches() && matcher.group(1).equals(axis)) {
                    bodies.computeIfAbsent(matcher.group(2), _ -> new ArrayList<>())
                            .add(name);
                }
            }
        }
        List<List<String>> places = new ArrayList<>(bodies.values());
        places.removeIf(axes -> axes.size() < 2);
        if (places.isEmpty()) {
            List<String> general =
                    names.stream().filter(n -> INDEXED.matcher(n).matches()).toList();
            if (general.size() == 2 || general.size() == 3) {
                places.add(general);
            }
        }
        return List.copyOf(places);
    }

    /// Whether a coordinate is called like an angle.
    public static boolean isAngle(String name) {
        return ANGLE.matcher(name).matches();
    }

    /// The velocity or momentum that goes with a place, among `names`.
    public static Optional<String> partner(String place, List<String> names) {
        List<String> guesses =
                new ArrayList<>(List.of("v" + place, "p" + place, "d" + place, place + "_dot", "v_" + place));
        Matcher axis = AXIS.matcher(place);
        if (axis.matches() && !axis.group(2).isEmpty()) {
            guesses.add("v" + axis.group(2) + axis.group(1));
            guesses.add("v" + axis.group(2));
            guesses.add("p" + axis.group(2));
        }
        if (place.startsWith("q")) {
            guesses.add("p" + place.substring(1));
            guesses.add("v" + place.substring(1));
        }
        if (isAngle(place)) {
            guesses.add("omega" + place.replaceAll("[A-Za-z]", ""));
            guesses.add("w" + place.replaceAll("[A-Za-z]", ""));
        }
        if (place.equals("x")) {
            guesses.add("v");
            guesses.add("p");
        }
        return guesses.stream().filter(names::contains).findFirst();
    }

    /// Places with their partners, in the order of the names.
    public static Map<String, String> pairs(List<String> names) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String name : names) {
            if (!pairs.containsValue(name)) {
                partner(name, names).filter(p -> !p.equals(name)).ifPresent(p -> pairs.put(name, p));
            }
        }
        return pairs;
    }
}
