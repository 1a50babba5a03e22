package thalweg.room.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thalweg.flow.Ending;
import thalweg.measure.Estimate;
import thalweg.measure.Spectrum;
import thalweg.room.learning.spectrum.MarchenkoPastur;
import thalweg.room.learning.spectrum.Matrix;
import thalweg.room.learning.spectrum.Measured;
import thalweg.room.learning.spectrum.Subject;
import thalweg.study.Axis;
import thalweg.study.Figure;
import thalweg.study.Lab;
import thalweg.study.Layer;
import thalweg.study.Report;
import thalweg.study.Rounding;

/// What `measure spectrum` shows.
record SpectrumFigures(Subject subject, Map<Matrix, Measured> found, Lab lab) {
    private static final int GRID = 400;
    private static final int BARS = 40;
    private static final Layer.Ink[] INKS = {
        Layer.Ink.MODEL, Layer.Ink.SECOND, Layer.Ink.THIRD, Layer.Ink.FOURTH,
    };

    Report write(Report.Draft draft) {
        Map.Entry<Matrix, Measured> first = found.entrySet().iterator().next();
        Measured headline = first.getValue();
        if (!headline.largest().known()) {
            String why = headline.largest().remark();
            draft.text("verdict", "The " + first.getKey().label() + " matrix could not be measured: " + why + ".");
            return draft.ended(new Ending.Diverged(why, 0, first.getKey().label()));
        }
        draft.text("verdict", verdict(first.getKey(), headline));
        if (!subject.kinks().isEmpty()) {
            draft.warn("The energy contains " + String.join(", ", subject.kinks())
                    + ": it is bent where they turn, and its second derivatives exist only almost everywhere. What is"
                    + " measured is the Hessian of the smooth piece at this place.");
        }
        if (headline.exhausted()) {
            draft.warn("The random vectors span spaces that the matrix leaves invariant, so Lanczos ended early: the"
                    + " eigenvalues found at both ends are exact.");
        }
        draft.add(quantity("largest", headline.largest(), headline.rounding()));
        draft.add(quantity("smallest", headline.smallest(), headline.rounding()));
        draft.add(quantity("trace", headline.trace(), 0));
        draft.add(quantity("index", headline.negative(), 0));
        draft.add(quantity("flat directions", headline.flat(), 0));
        draft.number("loss", subject.height()).number("gradient", subject.slope());
        draft.number("parameters", subject.size());
        double top = headline.largest().value();
        if (top > 0) {
            draft.number("largest stable step", 2 / top);
        }
        MarchenkoPastur law = subject.law();
        if (law != null) {
            draft.number("lower edge", law.low()).number("upper edge", law.high());
        }
        draft.add(summary());
        draft.add(eigenvalues());
        double width = width();
        double[] x = grid(width);
        draft.add(densities(x, width));
        draft.add(picture(x, width));
        return draft.ended(new Ending.Converged(ending(headline)));
    }

    /// @param rounding what the error is at least, where there is one
    private static Figure.Quantity quantity(String name, Estimate estimate, double rounding) {
        double error = Math.max(estimate.error(), rounding);
        boolean none = Double.isNaN(error) || error == 0;
        return new Figure.Quantity(
                name, estimate.value(), none ? Double.NaN : error, none ? "" : estimate.errorKind(), "", null);
    }

    private String ending(Measured headline) {
        return headline.whole()
                ? "all " + subject.size() + " eigenvalues of each matrix"
                : "densities by stochastic Lanczos quadrature, errors from the scatter of the random vectors";
    }

    private String verdict(Matrix matrix, Measured headline) {
        Estimate negative = headline.negative();
        StringBuilder text = new StringBuilder("The ").append(matrix.label()).append(" matrix of ");
        text.append(subject.what()).append(" has ").append(subject.size()).append(" eigenvalues from ");
        text.append(Rounding.number(headline.smallest().value(), 5)).append(" to ");
        text.append(Rounding.number(headline.largest().value(), 5)).append(", their sum ");
        text.append(Rounding.withError(
                        headline.trace().value(), headline.trace().error()))
                .append(". ");
        double top = headline.largest().value();
        if (matrix == Matrix.HESSIAN) {
            String count = Rounding.withError(negative.value(), negative.error());
            boolean critical = subject.slope() <= 1e-5 * Math.max(Math.abs(top), Math.abs(headline.smallest().value()));
            text.append(
                    negative.value() == 0
                            ? critical ? "None is negative: a minimum, or flat. " : "None is negative. "
                            : (critical ? "A critical point of index " + count : count + " of them are negative")
                                    + ". ");
            if (!critical) {
                text.append("The slope is ")
                        .append(Rounding.number(subject.slope(), 3))
                        .append(", so this is no critical point. ");
            }
            if (top > 0) {
                text.append("Gradient descent is stable here for steps below ")
                        .append(Rounding.number(2 / top, 4))
                        .append('.');
            }
        }
        return text.toString().strip();
    }

    private Figure.Table summary() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        found.forEach((matrix, measured) -> {
            List<@Nullable Object> row = new ArrayList<>(List.of(matrix.label()));
            for (Estimate estimate :
                    List.of(measured.smallest(), measured.largest(), measured.trace(), measured.negative())) {
                row.add(estimate.value());
                row.add(Double.isNaN(estimate.error()) ? null : estimate.error());
            }
            row.add(measured.whole() ? "all eigenvalues" : "Lanczos");
            rows.add(row);
        });
        return Figure.Table.of(
                "spectra",
                List.of(
                        "matrix",
                        "smallest",
                        "its error",
                        "largest",
                        "its error ",
                        "trace",
                        "trace error",
                        "negative",
                        "negative error",
                        "by"),
                rows);
    }

    private Figure.Table eigenvalues() {
        List<String> headings = new ArrayList<>(List.of("place"));
        headings.addAll(Matrix.labels(List.copyOf(found.keySet())));
        int most = found.values().stream().mapToInt(m -> m.values().length).max().orElse(0);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            List<@Nullable Object> row = new ArrayList<>();
            boolean upper = i >= most / 2;
            boolean whole = most == subject.size();
            row.add((long) (whole || !upper ? i + 1 : subject.size() - most + i + 1));
            for (Measured measured : found.values()) {
                row.add(i < measured.values().length ? measured.values()[i] : null);
            }
            rows.add(row);
        }
        return Figure.Table.of("eigenvalues", headings, rows);
    }

    private double low() {
        return found.values().stream()
                .mapToDouble(m -> m.smallest().value())
                .min()
                .orElse(0);
    }

    private double high() {
        return found.values().stream().mapToDouble(m -> m.largest().value()).max().orElse(0);
    }

    /// The width of the bells: a hundredth of the range.
    private double width() {
        double range = high() - low();
        return range > 0 ? 0.01 * range : Math.max(0.01 * Math.abs(high()), Double.MIN_NORMAL);
    }

    private double[] grid(double width) {
        double[] x = new double[GRID];
        double from = low() - 3 * width;
        double to = high() + 3 * width;
        Arrays.setAll(x, i -> from + i * (to - from) / (GRID - 1));
        return x;
    }

    private Figure.Table densities(double[] x, double width) {
        List<String> headings = new ArrayList<>(List.of("eigenvalue"));
        List<Spectrum.Band> bands = new ArrayList<>();
        found.forEach((matrix, measured) -> {
            headings.add(matrix.label());
            headings.add("error of " + matrix.label());
            bands.add(measured.density(x, width));
        });
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(x[i]);
            for (Spectrum.Band band : bands) {
                row.add(band.value()[i]);
                row.add(band.error()[i]);
            }
            rows.add(row);
        }
        return Figure.Table.of("density", headings, rows);
    }

    private Figure.Picture picture(double[] x, double width) {
        MarchenkoPastur law = subject.law();
        Measured headline = found.values().iterator().next();
        List<Layer> layers = new ArrayList<>();
        if (law != null && headline.whole()) {
            layers.add(bars(headline));
            layers.add(curve(law));
            return new Figure.Picture(
                    "spectrum",
                    "Eigenvalues of " + found.keySet().iterator().next().label(),
                    "Bars: all " + subject.size() + " eigenvalues of " + subject.what()
                            + ". Line: the law of Marchenko and Pastur for as many rows and columns.",
                    Axis.linear("eigenvalue", ""),
                    Axis.linear("density", ""),
                    layers);
        }
        double floor = 0.1 / subject.size() / (width * Math.sqrt(2 * Math.PI));
        int ink = 0;
        for (Map.Entry<Matrix, Measured> entry : found.entrySet()) {
            Spectrum.Band band = entry.getValue().density(x, width);
            double[] line = new double[x.length];
            double[] lower = new double[x.length];
            double[] upper = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                double value = band.value()[i];
                double error = Double.isNaN(band.error()[i]) ? 0 : 2 * band.error()[i];
                line[i] = value >= floor ? value : Double.NaN;
                lower[i] = Math.max(floor, value - error);
                upper[i] = Math.max(floor, value + error);
            }
            String label = entry.getKey().label();
            if (!entry.getValue().whole()) {
                layers.add(new Layer.Band(label + ", 2 errors", INKS[ink], x, lower, upper));
            }
            layers.add(new Layer.Line(label, INKS[ink++], x, line));
        }
        return new Figure.Picture(
                "spectrum",
                "Density of eigenvalues",
                "Density of the " + subject.size() + " eigenvalues of " + subject.what()
                        + ", each spread as a bell of width " + Rounding.number(width, 3)
                        + (headline.whole() ? "; all eigenvalues are known." : "; bands are two standard errors."),
                Axis.linear("eigenvalue", ""),
                Axis.log("density", ""),
                layers);
    }

    private Layer bars(Measured measured) {
        double from = Math.min(0, low());
        double step = (high() - from) / BARS;
        double[] x = new double[BARS];
        double[] height = new double[BARS];
        Arrays.setAll(x, b -> from + (b + 0.5) * step);
        for (double value : measured.values()) {
            int bar = Math.min(BARS - 1, (int) ((value - from) / step));
            height[bar] += 1 / (subject.size() * step);
        }
        return new Layer.Bars("eigenvalues", Layer.Ink.DATA, x, height, step);
    }

    private static Layer curve(MarchenkoPastur law) {
        double[] x = new double[GRID];
        double[] y = new double[GRID];
        for (int i = 0; i < GRID; i++) {
            // Closer together at the edges, where the curve rises like a root.
            double turn = 0.5 * (1 - StrictMath.cos(Math.PI * i / (GRID - 1)));
            x[i] = law.low() + turn * (law.high() - law.low());
            y[i] = law.density(x[i]);
        }
        return new Layer.Line("Marchenko-Pastur", Layer.Ink.REFERENCE, x, y);
    }
}
