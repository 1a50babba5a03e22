package thalweg.room.learning.valley;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import thalweg.study.Figure;
import thalweg.study.Lab;
import thalweg.study.Layer;

/// The map of a landscape of two coordinates: terraces, streamlines of `-grad E`, the borders of basins, critical
/// points
/// and the thalweg. Each call adds a layer; the order is the order of painting.
public final class Chart {
    private static final int LONG = 40;

    private final Terrain terrain;
    private final Surface surface;
    private final List<Layer> layers = new ArrayList<>();

    /// @param terraces how many levels, 0 for none
    public Chart(Terrain terrain, Surface surface, int terraces) {
        this.terrain = terrain;
        this.surface = surface;
        if (terraces > 0) {
            layers.add(surface.terraces(terraces));
        }
    }

    /// A chart of the box in the usual fineness.
    public static Chart of(Terrain terrain, Lab lab) {
        return new Chart(terrain, Surface.of(terrain, 161, lab), 22);
    }

    /// Curves of gradient flow, about `count` side by side.
    public Chart streamlines(int count) {
        List<List<double[]>> lines = new Streamlines(terrain, count).lines();
        layers.add(line("", Layer.Ink.REFERENCE, lines));
        List<double[]> from = new ArrayList<>();
        List<double[]> along = new ArrayList<>();
        double turn = 0;
        for (List<double[]> line : lines) {
            turn += 0.6180339887498949;
            if (line.size() < LONG) {
                continue;
            }
            int middle = (int) (line.size() * (0.25 + 0.5 * (turn - Math.floor(turn))));
            double[] a = plane(line.get(middle - 1));
            double[] b = plane(line.get(middle + 1));
            from.add(a);
            along.add(new double[] {b[0] - a[0], b[1] - a[1]});
        }
        layers.add(new Layer.Arrows(
                "", Layer.Ink.REFERENCE, column(from, 0), column(from, 1), column(along, 0), column(along, 1)));
        return this;
    }

    /// The borders of the basins: the curves of steepest ascent that leave the saddles.
    public Chart borders(List<CriticalPoint> saddles, Lab lab) {
        List<CriticalPoint> passes =
                saddles.stream().filter(CriticalPoint::isPass).toList();
        List<List<double[]>> curves = new ArrayList<>();
        lab.map(passes.size(), i -> sides(passes.get(i))).forEach(curves::addAll);
        if (!curves.isEmpty()) {
            layers.add(line("border of basins", Layer.Ink.SIXTH, curves));
        }
        return this;
    }

    private List<List<double[]>> sides(CriticalPoint saddle) {
        List<double[]> curve = new ArrayList<>();
        for (int sign = -1; sign <= 1; sign += 2) {
            double[] side = saddle.curvature().vector(saddle.place().length - 1);
            for (int i = 0; i < side.length; i++) {
                side[i] *= sign;
            }
            Fall rise = Fall.from(terrain, saddle, side, true, 1e-7, 300);
            List<double[]> places = rise == null ? List.of() : rise.places();
            curve.addAll(sign < 0 ? places.reversed() : places);
            if (sign < 0) {
                curve.add(saddle.place());
            }
        }
        return List.of(curve);
    }

    /// The lowest path.
    public Chart thalweg(@Nullable LowestPath path) {
        if (path != null) {
            layers.add(line("thalweg", Layer.Ink.MODEL, List.of(path.places())));
        }
        return this;
    }

    /// A path walked.
    public Chart walk(String label, Layer.Ink ink, List<double[]> places) {
        layers.add(line(label, ink, List.of(places)));
        return this;
    }

    /// Minima, saddles and maxima, each with its mark; numbers beside them where asked for.
    public Chart points(List<CriticalPoint> points, boolean numbers) {
        marks("minimum", Layer.Ink.DATA, points, p -> p.index() == 0);
        marks("saddle", Layer.Ink.FOURTH, points, p -> p.index() == 1);
        marks("maximum", Layer.Ink.THIRD, points, p -> p.index() == 2);
        if (numbers) {
            double[] x = points.stream().mapToDouble(p -> plane(p.place())[0]).toArray();
            double[] y = points.stream().mapToDouble(p -> plane(p.place())[1]).toArray();
            String[] words = new String[points.size()];
            for (int k = 0; k < words.length; k++) {
                words[k] = Integer.toString(k + 1);
            }
            layers.add(new Layer.Words("", Layer.Ink.DATA, x, y, words));
        }
        return this;
    }

    private void marks(String label, Layer.Ink ink, List<CriticalPoint> points, Predicate<CriticalPoint> which) {
        List<double[]> places =
                points.stream().filter(which).map(p -> plane(p.place())).toList();
        if (!places.isEmpty()) {
            layers.add(Layer.Points.of(label, ink, column(places, 0), column(places, 1)));
        }
    }

    /// Marks at places.
    public Chart marks(String label, Layer.Ink ink, List<double[]> places) {
        List<double[]> flat = places.stream().map(this::plane).toList();
        layers.add(Layer.Points.of(label, ink, column(flat, 0), column(flat, 1)));
        return this;
    }

    /// The layers so far.
    public List<Layer> layers() {
        return List.copyOf(layers);
    }

    /// The picture.
    public Figure.Picture picture(String name, String title, String caption) {
        return new Figure.Picture(
                name, title, caption, surface.plane().axis(0), surface.plane().axis(1), layers);
    }

    private double[] plane(double[] place) {
        return surface.plane().of(place);
    }

    private static double[] column(List<double[]> places, int i) {
        return places.stream().mapToDouble(p -> p[i]).toArray();
    }

    /// One layer of all curves, with gaps between them; what lies outside the surface is left out.
    private Layer line(String label, Layer.Ink ink, List<List<double[]>> curves) {
        List<double[]> all = new ArrayList<>();
        double[] gap = {Double.NaN, Double.NaN};
        for (List<double[]> curve : curves) {
            for (double[] place : curve) {
                double[] at = plane(place);
                all.add(shown(at) ? at : gap);
            }
            all.add(gap);
        }
        return new Layer.Line(label, ink, column(all, 0), column(all, 1));
    }

    private boolean shown(double[] at) {
        double[] x = surface.x();
        double[] y = surface.y();
        double marginX = 0.05 * (x[x.length - 1] - x[0]);
        double marginY = 0.05 * (y[y.length - 1] - y[0]);
        return at[0] >= x[0] - marginX
                && at[0] <= x[x.length - 1] + marginX
                && at[1] >= y[0] - marginY
                && at[1] <= y[y.length - 1] + marginY;
    }
}
