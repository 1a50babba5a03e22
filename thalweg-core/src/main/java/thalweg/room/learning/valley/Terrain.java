package thalweg.room.learning.valley;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thalweg.array.Tensor;
import thalweg.formula.Formula;
import thalweg.landscape.Box;
import thalweg.landscape.Energy;
import thalweg.landscape.Flat;
import thalweg.system.Landscape;

/// A landscape to be explored: an energy over named coordinates, the box that bounds the search, a place to start from.
///
/// @param name what reports call it
/// @param axes the names of its coordinates
/// @param flat the door of the energy
/// @param start a place in the box
public record Terrain(
        String name, List<String> axes, Energy<Tensor> energy, Flat<Tensor> flat, Box box, double[] start) {
    public Terrain {
        axes = List.copyOf(axes);
        start = start.clone();
    }

    /// A landscape with its own box and start; two coordinates are x and y, more are x1, x2, ...
    public static Terrain of(Landscape landscape) {
        return of(landscape.name(), axes(landscape), landscape, landscape.box(), landscape.start());
    }

    /// The names of a landscape's coordinates.
    public static List<String> axes(Landscape landscape) {
        int size = landscape.box().size();
        if (size == 2) {
            return List.of("x", "y");
        }
        List<String> axes = new ArrayList<>();
        for (int i = 1; i <= size; i++) {
            axes.add("x" + i);
        }
        return axes;
    }

    /// The landscape of a formula, whose names are the coordinates in alphabetical order.
    public static Terrain of(Formula formula, Box box, double[] start) {
        List<String> axes = List.copyOf(formula.names());
        Energy<Tensor> energy = place -> {
            Map<String, Tensor> values = new LinkedHashMap<>();
            for (int i = 0; i < axes.size(); i++) {
                values.put(axes.get(i), place.get(i));
            }
            return formula.on(values);
        };
        return of(formula.text(), axes, energy, box, start);
    }

    /// Any energy over vectors.
    public static Terrain of(String name, List<String> axes, Energy<Tensor> energy, Box box, double[] start) {
        return new Terrain(name, axes, energy, energy.flat(Tensor.vector(start)), box, start);
    }

    /// The number of coordinates.
    public int size() {
        return axes.size();
    }

    /// A length to measure distances by: the narrowest side of the box.
    public double length() {
        double length = Double.POSITIVE_INFINITY;
        for (int i = 0; i < size(); i++) {
            length = Math.min(length, box.high()[i] - box.low()[i]);
        }
        return length;
    }

    /// `E(x)`.
    public double height(double[] x) {
        return flat.height(x);
    }

    /// `grad E(x)`, a new array.
    public double[] slope(double[] x) {
        double[] slope = new double[x.length];
        flat.slope(x, slope);
        return slope;
    }

    /// `x = 0.5, y = -1` with as many digits as asked for.
    public String place(double[] x, int digits) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(x.length, 4); i++) {
            text.append(i == 0 ? "" : ", ").append(axes.get(i)).append(" = ");
            text.append(thalweg.study.Rounding.number(x[i], digits));
        }
        return text + (x.length > 4 ? ", ..." : "");
    }
}
