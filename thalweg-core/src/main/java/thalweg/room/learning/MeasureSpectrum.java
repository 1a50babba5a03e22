package thalweg.room.learning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;
import thalweg.data.Nearest;
import thalweg.linalg.LinearMap;
import thalweg.room.learning.spectrum.Matrix;
import thalweg.room.learning.spectrum.Measured;
import thalweg.room.learning.spectrum.Subject;
import thalweg.room.learning.valley.Terrain;
import thalweg.study.Data;
import thalweg.study.Experiment;
import thalweg.study.Knob;
import thalweg.study.Lab;
import thalweg.study.Problem;
import thalweg.study.Refused;
import thalweg.study.Report;

/// The eigenvalues of Hessian, Gauss-Newton and Fisher matrices: all of them for few parameters, their density by
/// stochastic Lanczos quadrature with its error for many.
@Experiment.Named(
        value = "measure spectrum",
        says = "Measures the curvature of a network's loss or of a landscape: eigenvalues, density, trace, index.",
        examples = {
            "measure spectrum --rows 400 --columns 100",
            "measure spectrum --data data/iris.csv --target species --hidden 8 --of hessian,fisher",
            "measure spectrum model/net.npz --data data/digits.csv --lanczos 100",
            "measure spectrum himmelblau --start=-0.270845,-0.923039"
        })
public record MeasureSpectrum(
        @Knob(
                value = "a landscape by name, a network in a file (net.npz, net.json), or gaussian: least squares on"
                        + " random rows",
                positional = true)
        @Nullable
        String what,

        @Knob("formula of a landscape, its names the coordinates in alphabetical order") @Nullable
        String energy,

        @Knob("where on a landscape; its usual start if left out")
        List<Double> start,

        @Knob("table that the network is held to") @Nullable Data data,

        @Knob("column that it predicts") @Nullable String target,

        @Knob("columns it predicts from; all other numeric ones if left out")
        List<String> inputs,

        @Knob("widths of the hidden layers of a network drawn anew; none for a linear model")
        List<Integer> hidden,

        @Knob("matrices to measure; the first is the one of the numbers")
        List<Matrix> of,

        @Knob(value = "block of one layer, counted from 1; 0 for the whole matrix", min = 0)
        int layer,

        @Knob(value = "all eigenvalues up to this many parameters", min = 1, max = 20_000)
        int dense,

        @Knob(
                value = "steps of Lanczos from each random vector, whatever the size; 100 beyond that if left out",
                min = 2,
                max = 2000)
        @Nullable
        Integer lanczos,

        @Knob(value = "random vectors", min = 1, max = 10_000)
        int probes,

        @Knob(value = "eigenvalues at each end beyond that", min = 0, max = 100)
        int ends,

        @Knob(value = "rows of gaussian", min = 1, max = 1_000_000)
        int rows,

        @Knob(value = "columns of gaussian", min = 1, max = 20_000)
        int columns)
        implements Experiment {
    private static final String GAUSSIAN = "gaussian";
    private static final int STEPS = 100;

    /// Least squares on 400 rows of 100 random numbers.
    public MeasureSpectrum() {
        this(
                null,
                null,
                List.of(),
                null,
                null,
                List.of(),
                List.of(16),
                List.of(Matrix.HESSIAN),
                0,
                500,
                null,
                8,
                3,
                400,
                100);
    }

    public MeasureSpectrum {
        if (of.isEmpty() || of.stream().distinct().count() < of.size()) {
            throw new Misuse("--of " + of, "each matrix at most once, at least one", "correct it");
        }
        if (hidden.stream().anyMatch(width -> width < 1)) {
            throw new Misuse("hidden widths " + hidden, "widths of 1 or more", "correct --hidden");
        }
    }

    private boolean isFile() {
        return what != null && (what.indexOf('.') >= 0 || what.indexOf('/') >= 0);
    }

    private boolean isNetwork() {
        return isFile() || what == null && energy == null && data != null;
    }

    private boolean isGaussian() {
        return GAUSSIAN.equals(what) || what == null && energy == null && data == null;
    }

    private NetworkChoice network() {
        return new NetworkChoice(what, data, target, inputs, hidden);
    }

    @Override
    public List<Problem> check(Lab lab) {
        List<Problem> problems = new ArrayList<>();
        if (what != null && energy != null) {
            problems.add(new Problem("what", what + " and a formula as well", "one of them", "leave one of them out"));
        } else if (isNetwork()) {
            boolean described = what != null && what.endsWith(".json");
            String knob = isFile() ? (data == null && !described ? "data" : "what") : "target";
            refuse(problems, knob, () -> network().open(lab));
            if (problems.isEmpty()) {
                refuse(problems, "layer", () -> network(lab));
            }
        } else if (!isGaussian()) {
            refuse(problems, "what", this::known);
            if (problems.isEmpty()) {
                problems.addAll(terrain().problems());
            }
            if (problems.isEmpty()) {
                refuse(problems, "of", this::onlyHessian);
            }
        }
        return problems;
    }

    private static void refuse(List<Problem> problems, String knob, Runnable question) {
        try {
            question.run();
        } catch (Misuse e) {
            problems.add(Problem.of(knob, e));
        }
    }

    private void onlyHessian() {
        if (!of.equals(List.of(Matrix.HESSIAN)) || layer != 0) {
            throw new Misuse(
                    layer != 0
                            ? "layer " + layer + " of a landscape"
                            : "a " + of.getLast().label() + " matrix of a landscape",
                    "hessian",
                    "the others are those of a network and its data");
        }
    }

    private void known() {
        List<String> names = new ArrayList<>(TerrainChoice.names());
        names.add(GAUSSIAN);
        if (what != null && !names.contains(what)) {
            throw new Misuse(
                    "\"" + what + "\"",
                    "one of " + String.join(", ", names) + ", or a file such as ./net.npz",
                    Nearest.advice(what, names, "write a landscape by --energy FORMULA"));
        }
    }

    private TerrainChoice terrain() {
        return new TerrainChoice(what, energy, Map.of(), start);
    }

    private Subject network(Lab lab) {
        NetworkChoice.Held held = network().open(lab);
        String what = "the loss of " + (held.drawn() ? "a network as it is drawn" : "the network in " + this.what)
                + " on " + held.data() + " (" + held.loss() + ")";
        return Subject.of(what, held.likelihood(), held.net(), of, layer);
    }

    private Subject subject(Lab lab) {
        if (isNetwork()) {
            return network(lab);
        }
        if (isGaussian()) {
            return Subject.gaussian(rows, columns, of, lab.key().fold(4));
        }
        Terrain terrain = terrain().terrain();
        return Subject.of(
                terrain.name() + " at " + terrain.place(terrain.start(), 6), terrain.energy(), terrain.start());
    }

    @Override
    public Report run(Lab lab) {
        Refused.unlessEmpty(check(lab));
        Subject subject = subject(lab);
        Map<Matrix, Measured> found = new LinkedHashMap<>();
        for (Map.Entry<Matrix, LinearMap> asked : subject.maps().entrySet()) {
            LinearMap counted =
                    new Counted(asked.getValue(), lab, asked.getKey().label(), products(subject.size()));
            found.put(
                    asked.getKey(),
                    whole(subject.size())
                            ? Measured.dense(counted, subject.size())
                            : Measured.lanczos(
                                    counted,
                                    subject.size(),
                                    steps(),
                                    probes,
                                    ends,
                                    lab.key().fold(5)));
        }
        return new SpectrumFigures(subject, found, lab).write(lab.report(this));
    }

    private boolean whole(int size) {
        return lanczos == null && size <= dense;
    }

    private int steps() {
        return lanczos == null ? STEPS : lanczos;
    }

    private long products(int size) {
        return whole(size) ? size : (long) steps() * probes;
    }

    /// A map that says how often it was applied.
    private static final class Counted implements LinearMap {
        private final LinearMap map;
        private final Lab lab;
        private final String label;
        private final long of;
        private long done;

        Counted(LinearMap map, Lab lab, String label, long of) {
            this.map = map;
            this.lab = lab;
            this.label = label;
            this.of = of;
        }

        @Override
        public void apply(double[] x, double[] y) {
            map.apply(x, y);
            done++;
            if (done % 16 == 0) {
                lab.progress(Math.min(done, of), of, label);
            }
        }
    }
}
