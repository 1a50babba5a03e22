package thalweg.room.symmetry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.flow.Ending;
import thalweg.room.symmetry.generator.Algebra;
import thalweg.room.symmetry.generator.Generators;
import thalweg.study.Axis;
import thalweg.study.Figure;
import thalweg.study.Layer;
import thalweg.study.Report;
import thalweg.study.Rounding;

/// Writes generators and their algebra into a report.
final class SymmetryFigures {
    private static final double ROUGH = 0.2;

    private final SymmetryQuestion.Answer answer;
    private final Report.Draft draft;

    SymmetryFigures(SymmetryQuestion.Answer answer, Report.Draft draft) {
        this.answer = answer;
        this.draft = draft;
    }

    Report write() {
        Generators generators = answer.generators();
        Algebra algebra = generators.algebra();
        draft.text("verdict", verdict(generators, algebra));
        draft.number("generators", (double) generators.count());
        draft.text("algebra", algebra.name());
        draft.number("closure", algebra.closure());
        if (!Double.isNaN(answer.angle())) {
            draft.number("largest angle to the known generators", answer.angle());
        }
        draft.number("fit residual", answer.residual());
        draft.add(table(generators));
        draft.add(spectrum(generators));
        double[][] reduced = generators.reduced();
        for (int g = 0; g < Math.min(3, reduced.length); g++) {
            draft.add(matrix(g, reduced[g]));
        }
        draft.add(commutators(algebra, generators.count()));
        return draft.ended(new Ending.Converged("found " + generators.count() + " generators"));
    }

    private String verdict(Generators generators, Algebra algebra) {
        String rough = answer.residual() > ROUGH
                ? " The polynomial leaves " + Rounding.number(100 * answer.residual(), 2)
                        + " % of what it was fitted to, so this holds for the polynomial only; try a higher --degree."
                : "";
        if (generators.count() == 0) {
            return "no linear symmetry." + rough;
        }
        return generators.count() + (generators.count() == 1 ? " generator" : " generators") + ", algebra "
                + algebra.name() + "." + rough;
    }

    private Figure.Table table(Generators generators) {
        int d = generators.dimension();
        List<String> headings = new ArrayList<>(List.of("generator", "row"));
        headings.addAll(answer.names());
        List<List<@Nullable Object>> rows = new ArrayList<>();
        double[][] reduced = generators.reduced();
        for (int g = 0; g < reduced.length; g++) {
            for (int i = 0; i < d; i++) {
                List<@Nullable Object> row = new ArrayList<>();
                row.add((double) (g + 1));
                row.add(answer.names().get(i));
                for (int j = 0; j < d; j++) {
                    row.add(reduced[g][i * d + j]);
                }
                rows.add(row);
            }
        }
        return Figure.Table.of("generator matrices", headings, rows);
    }

    private Figure.Picture spectrum(Generators generators) {
        double[] values = generators.values();
        double[] at = new double[values.length];
        double[] height = new double[values.length];
        double largest = values[values.length - 1];
        for (int j = 0; j < at.length; j++) {
            at[j] = j + 1;
            height[j] = Math.max(values[j] / largest, 1e-17);
        }
        return new Figure.Picture(
                "spectrum of generators",
                "How much each direction of matrices violates the symmetry",
                "Singular values over the largest, ascending; generators are those below the widest gap.",
                Axis.linear("direction", ""),
                Axis.log("violation", ""),
                List.of(new Layer.Bars("violation", Layer.Ink.MODEL, at, height, 0.6)));
    }

    private Figure.Picture matrix(int g, double[] a) {
        int d = answer.names().size();
        double[] at = new double[d];
        Arrays.setAll(at, i -> i + 1);
        double[] upside = new double[d * d];
        for (int i = 0; i < d; i++) {
            System.arraycopy(a, (d - 1 - i) * d, upside, i * d, d);
        }
        String order = String.join(", ", answer.names());
        return new Figure.Picture(
                "generator " + (g + 1),
                "Generator " + (g + 1) + " as a matrix",
                "Coordinates " + order + " from the left and from the top.",
                Axis.linear("column", ""),
                Axis.linear("row from below", ""),
                List.of(new Layer.Cells("element", Layer.Ink.MODEL, at, at, upside)));
    }

    private static Figure.Table commutators(Algebra algebra, int n) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    double c = algebra.constants()[(i * n + j) * n + k];
                    if (Math.abs(c) > 1e-6) {
                        rows.add(Arrays.asList((double) (i + 1), (double) (j + 1), (double) (k + 1), c));
                    }
                }
            }
        }
        return Figure.Table.of("structure constants", List.of("i", "j", "k", "c"), rows);
    }
}
