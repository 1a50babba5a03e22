package thalweg.room.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import thalweg.flow.Ending;
import thalweg.room.learning.valley.CriticalPoint;
import thalweg.room.learning.valley.Escape;
import thalweg.room.learning.valley.Terrain;
import thalweg.study.Axis;
import thalweg.study.Figure;
import thalweg.study.Lab;
import thalweg.study.Layer;
import thalweg.study.Report;
import thalweg.study.Rounding;

/// Writes a race of descents into a report.
record RaceFigures(Terrain terrain, List<Race.Result> results, double gradient, Lab lab) {
    private static final int DENSE = 100;
    private static final int MOST = 800;

    Report write(Report.Draft draft) {
        draft.text("verdict", verdict());
        for (Race.Result result : results) {
            if (result.ending() instanceof Ending.Diverged diverged) {
                draft.warn(result.name() + " diverged: " + diverged.message() + ".");
            }
        }
        draft.add(table());
        draft.add(energies());
        long arrived = results.stream().filter(this::arrived).count();
        draft.number("arrived", (double) arrived);
        draft.number(
                "lowest energy",
                results.stream()
                        .mapToDouble(Race.Result::height)
                        .filter(Double::isFinite)
                        .min()
                        .orElse(Double.NaN));
        return draft.ended(
                lab.stopping()
                        ? new Ending.Stopped(lab.reason())
                        : new Ending.Converged(arrived + " of " + results.size() + " descents arrived"));
    }

    private boolean arrived(Race.Result result) {
        return result.slope() <= gradient;
    }

    private String verdict() {
        Race.Result best = null;
        for (Race.Result result : results) {
            if (arrived(result) && (best == null || result.evaluations() < best.evaluations())) {
                best = result;
            }
        }
        if (best == null) {
            Race.Result lowest = results.getFirst();
            for (Race.Result result : results) {
                lowest = result.height() < lowest.height() ? result : lowest;
            }
            return "None arrived at a slope of " + gradient + "; " + lowest.name() + " came lowest, to "
                    + Rounding.number(lowest.height(), 6) + ".";
        }
        return best.name() + " needs the fewest readings, " + (long) best.evaluations() + ", to come to a slope of "
                + Rounding.number(best.slope(), 2) + " at the energy " + Rounding.number(best.height(), 6) + ".";
    }

    private Figure.Table table() {
        List<String> headings =
                List.of("descent", "evaluations", "steps", "energy", "gradient", "step size", "end", "index", "ending");
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Race.Result result : results) {
            boolean finite = Arrays.stream(result.end()).allMatch(Double::isFinite);
            CriticalPoint point = finite && terrain.size() <= DENSE ? Escape.near(terrain, result.end()) : null;
            List<@Nullable Object> row = new ArrayList<>();
            row.add(result.name());
            row.add((long) result.evaluations());
            row.add(result.heights().length - 1L);
            row.add(result.height());
            row.add(result.slope());
            row.add(Double.isNaN(result.step()) ? null : (Object) result.step());
            row.add(terrain.place(result.end(), 8));
            row.add(point == null ? null : (Object) (long) point.index());
            row.add(result.ending().message());
            rows.add(row);
        }
        return Figure.Table.of("descents", headings, rows);
    }

    private Figure.Picture energies() {
        double least = results.stream()
                .flatMapToDouble(r -> Arrays.stream(r.heights()))
                .filter(Double::isFinite)
                .min()
                .orElse(0);
        List<Layer> layers = new ArrayList<>();
        Layer.Ink[] inks = {
            Layer.Ink.MODEL,
            Layer.Ink.SECOND,
            Layer.Ink.THIRD,
            Layer.Ink.FOURTH,
            Layer.Ink.FIFTH,
            Layer.Ink.SIXTH,
            Layer.Ink.DATA
        };
        for (int k = 0; k < results.size(); k++) {
            Race.Result result = results.get(k);
            int n = result.heights().length;
            int stride = Math.max(1, n / MOST);
            int[] at = IntStream.range(0, n)
                    .filter(i -> i % stride == 0 || i == n - 1)
                    .toArray();
            layers.add(new Layer.Line(
                    result.name(),
                    inks[k % inks.length],
                    Arrays.stream(at).mapToDouble(i -> result.readings()[i]).toArray(),
                    Arrays.stream(at)
                            .mapToDouble(i -> result.heights()[i] - least)
                            .map(v -> v > 0 ? v : Double.NaN)
                            .toArray()));
        }
        return new Figure.Picture(
                "energy",
                "Energy against readings",
                "How far each descent is above the lowest energy that any of them reached, against how often it has"
                        + " read the energy, its slope or a product with its curvature.",
                Axis.log("readings", ""),
                Axis.log("energy above the lowest", ""),
                layers);
    }
}
