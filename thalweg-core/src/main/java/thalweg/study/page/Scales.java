package thalweg.study.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import thalweg.study.Axis;
import thalweg.study.Figure;
import thalweg.study.Layer;

/// The two scales of a picture: all its layers with a little room, a grid without any.
public record Scales(Scale across, Scale up) {
    /// Scales from `left` to `right` and from `bottom` to `top`, in the units of the surface that is drawn on.
    public static Scales of(Figure.Picture picture, double left, double right, double bottom, double top) {
        Scale across = Scale.of(picture.x(), values(picture, true), false, left, right);
        boolean bars = picture.layers().stream().anyMatch(Layer.Bars.class::isInstance);
        Scale up = Scale.of(picture.y(), values(picture, false), bars, bottom, top);
        boolean grid = picture.layers().stream().anyMatch(l -> l instanceof Layer.Cells || l instanceof Layer.Contours);
        return grid ? new Scales(tight(picture, true, across), tight(picture, false, up)) : new Scales(across, up);
    }

    private static Scale tight(Figure.Picture picture, boolean x, Scale loose) {
        for (Layer layer : picture.layers()) {
            if (layer instanceof Layer.Cells || layer instanceof Layer.Contours) {
                Map<String, double[]> numbers = Series.numbers(layer);
                double[] grid = numbers.getOrDefault(x ? "x" : "y", new double[] {0, 1});
                double half = layer instanceof Layer.Cells && grid.length > 1 ? (grid[1] - grid[0]) / 2 : 0;
                return loose.log()
                        ? loose
                        : Scale.exact(grid[0] - half, grid[grid.length - 1] + half, loose.from(), loose.to());
            }
        }
        return loose;
    }

    private static double[] values(Figure.Picture picture, boolean x) {
        List<Double> values = new ArrayList<>();
        for (Layer layer : picture.layers()) {
            Map<String, double[]> numbers = Series.numbers(layer);
            if (layer instanceof Layer.Points points) {
                double[] at = x ? points.x() : points.y();
                double[] error = x ? points.xError() : points.yError();
                for (int i = 0; i < error.length; i++) {
                    values.add(at[i] - error[i]);
                    values.add(at[i] + error[i]);
                }
            }
            for (String name : x ? List.of("x") : List.of("y", "lower", "upper", "height")) {
                boolean heightOfGrid = name.equals("height") && layer instanceof Layer.Contours;
                if (numbers.containsKey(name) && !heightOfGrid) {
                    for (double value : numbers.get(name)) {
                        values.add(value);
                    }
                }
            }
            if (layer instanceof Layer.Bars bars && x) {
                for (double at : bars.x()) {
                    values.add(at - bars.width() / 2);
                    values.add(at + bars.width() / 2);
                }
            }
        }
        boolean log = (x ? picture.x() : picture.y()).scale() == Axis.Scale.LOG;
        return values.stream().mapToDouble(v -> v).filter(v -> !log || v > 0).toArray();
    }
}
