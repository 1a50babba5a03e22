package thalweg.room.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;
import thalweg.data.Nearest;
import thalweg.formula.Formula;
import thalweg.landscape.Box;
import thalweg.room.learning.valley.Terrain;
import thalweg.study.Problem;
import thalweg.study.Rounding;
import thalweg.system.Landscape;

/// The knobs that choose a landscape: a name, or a formula whose names are its coordinates in alphabetical order.
///
/// @param box from and to of coordinates, as `x=-3:3`; `*` stands for every one
/// @param start in the order of the coordinates; empty for a usual one
record TerrainChoice(@Nullable String landscape, @Nullable String energy, Map<String, String> box, List<Double> start) {
    private static final double SIDE = 3;
    private static final int MOST = 200;

    /// Every problem, each with its knob.
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        List<String> axes;
        try {
            axes = axes();
        } catch (Misuse e) {
            return List.of(Problem.of(landscape == null && energy != null ? "energy" : "landscape", e));
        }
        for (String name : box.keySet()) {
            if (!name.equals("*") && !axes.contains(name)) {
                problems.add(new Problem(
                        "box",
                        "bounds of \"" + name + "\"",
                        "coordinates: " + String.join(", ", axes),
                        Nearest.advice(name, axes, "leave them out")));
            }
        }
        if (!start.isEmpty() && start.size() != axes.size()) {
            problems.add(new Problem(
                    "start",
                    start.size() + (start.size() == 1 ? " number" : " numbers"),
                    axes.size() + (axes.size() == 1 ? " number" : " numbers") + ": " + String.join(", ", axes),
                    "give one for each coordinate, in this order"));
        }
        try {
            box(axes);
        } catch (Misuse e) {
            problems.add(Problem.of("box", e));
        }
        if (problems.isEmpty()) {
            height(axes, problems);
        }
        return problems;
    }

    private void height(List<String> axes, List<Problem> problems) {
        Terrain terrain = terrain();
        double height = terrain.height(terrain.start());
        if (!start.isEmpty() && !Double.isFinite(height)) {
            problems.add(new Problem(
                    "start",
                    "an energy of " + height + " at " + terrain.place(terrain.start(), 6),
                    "a place where the energy is a number",
                    "start inside its domain"));
        }
        for (int i = 0; i < start.size(); i++) {
            if (!Double.isFinite(start.get(i))) {
                problems.add(new Problem("start", axes.get(i) + " = " + start.get(i), "a finite number", "correct it"));
            }
        }
    }

    private List<String> axes() {
        if (landscape != null && energy != null) {
            throw new Misuse(
                    "the landscape " + landscape + " and a formula as well", "one of them", "leave one of them out");
        }
        if (energy != null) {
            return axes(formula(energy));
        }
        if (landscape == null) {
            throw new Misuse(
                    "no landscape",
                    "one of " + String.join(", ", names()) + ", or --energy FORMULA",
                    "name one, or write one: --energy \"x^4/4 - x^2/2 + y^2/2\"");
        }
        return Terrain.axes(named(landscape));
    }

    private static final List<String> TAKEN =
            List.of("value", "index", "eigenvalues", "gradient", "kind", "distance", "energy");

    private List<String> axes(Formula formula) {
        formula.unconfused("coordinate of --box", box.keySet());
        List<String> axes = List.copyOf(formula.names());
        if (axes.isEmpty() || axes.size() > MOST) {
            throw new Misuse(
                    axes.isEmpty() ? "no coordinate in " + formula.text() : axes.size() + " coordinates",
                    "a formula of 1 to " + MOST + " coordinates",
                    "write names where the landscape has coordinates, for example x^2 + y^2");
        }
        for (String name : axes) {
            if (TAKEN.contains(name)) {
                throw new Misuse(
                        "a coordinate named " + name + ", a name that the report uses itself",
                        "another name",
                        "rename it, for example " + name + "_0");
            }
        }
        return axes;
    }

    private static Formula formula(String text) {
        return Formula.parse(text);
    }

    static List<String> names() {
        return Landscape.all().stream().map(Landscape::name).toList();
    }

    private static Landscape named(String name) {
        if (names().contains(name)) {
            return Landscape.of(name);
        }
        throw new Misuse(
                "no landscape \"" + name + "\"",
                "one of " + String.join(", ", names()) + ", or --energy FORMULA",
                Nearest.advice(name, names(), "choose one of these, or write a formula: --energy \"" + name + "\""));
    }

    /// The bounds that were given, the others from `usual`.
    private Box bounded(List<String> axes, Box usual) {
        double[] low = usual.low().clone();
        double[] high = usual.high().clone();
        for (int i = 0; i < low.length; i++) {
            String bounds = box.getOrDefault(axes.get(i), box.getOrDefault("*", ""));
            if (bounds.isEmpty()) {
                continue;
            }
            String[] ends = bounds.split(":", -1);
            try {
                low[i] = Double.parseDouble(ends[0]);
                high[i] = Double.parseDouble(ends.length == 2 ? ends[1] : "nan");
            } catch (NumberFormatException e) {
                low[i] = Double.NaN;
            }
            if (!(low[i] < high[i]) || !Double.isFinite(high[i] - low[i])) {
                throw new Misuse(
                        "\"" + bounds + "\" for " + axes.get(i),
                        "FROM:TO with FROM below TO, as -3:3",
                        low[i] > high[i]
                                ? "swap them: " + Rounding.number(high[i]) + ":" + Rounding.number(low[i])
                                : "correct it");
            }
        }
        return new Box(low, high);
    }

    private Box box(List<String> axes) {
        Box usual = landscape == null
                ? Box.cube(axes.size(), -SIDE, SIDE)
                : named(landscape).box();
        return bounded(axes, usual);
    }

    /// The terrain; the choice has no problems.
    Terrain terrain() {
        List<String> axes = axes();
        Box within = box(axes);
        if (landscape != null) {
            Landscape known = named(landscape);
            double[] from = given(known.start());
            return Terrain.of(known.name(), axes, known, within, from);
        }
        return Terrain.of(formula(energy == null ? "" : energy), within, given(usual(within)));
    }

    private double[] given(double[] usual) {
        return start.isEmpty() ? usual : start.stream().mapToDouble(v -> v).toArray();
    }

    /// A place that lies on no line of symmetry: shares of the box by the golden section.
    private static double[] usual(Box box) {
        double[] start = new double[box.size()];
        for (int i = 0; i < start.length; i++) {
            double share = (i + 1) * 0.6180339887498949;
            share -= Math.floor(share);
            start[i] = box.low()[i] + share * (box.high()[i] - box.low()[i]);
        }
        return start;
    }
}
