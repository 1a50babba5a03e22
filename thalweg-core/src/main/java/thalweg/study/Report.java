package thalweg.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import thalweg.array.Misuse;
import thalweg.flow.Ending;

/// What an experiment found: an ending, figures in the order they are to be read, and warnings.
///
/// It holds nothing that differs between two runs of the same experiment with the same seed, but for its facts, which
/// stay out of the report's own file.
///
/// @param experiment the knobs, with data known by their fingerprint
/// @param files what was found and is no figure, such as a trained model
/// @param facts numbers that differ from run to run, such as rates a second; they go to `run.json`
public record Report(
        Experiment experiment,
        long seed,
        Ending ending,
        List<Figure> figures,
        List<String> warnings,
        List<File> files,
        Map<String, Double> facts) {
    /// A report without facts.
    public Report(
            Experiment experiment,
            long seed,
            Ending ending,
            List<Figure> figures,
            List<String> warnings,
            List<File> files) {
        this(experiment, seed, ending, figures, warnings, files, Map.of());
    }

    /// A file that belongs to a report.
    ///
    /// @param path in the run folder, as `model/net.npz`
    public record File(String path, byte[] bytes) {}

    public Report {
        figures = List.copyOf(figures);
        warnings = List.copyOf(warnings);
        files = List.copyOf(files);
        facts = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(facts));
    }

    /// The number called `name`; a `Misuse` that lists the figures if there is none.
    public Figure.Quantity number(String name) {
        return figure(name, Figure.Quantity.class);
    }

    public Figure.Formula formula(String name) {
        return figure(name, Figure.Formula.class);
    }

    public Figure.Table table(String name) {
        return figure(name, Figure.Table.class);
    }

    public Figure.Picture picture(String name) {
        return figure(name, Figure.Picture.class);
    }

    /// The bytes of the file at `path`; a `Misuse` that lists the files if there is none.
    public byte[] file(String path) {
        return files.stream()
                .filter(file -> file.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new Misuse(
                        "no file " + path + " in the report",
                        "one of " + files.stream().map(File::path).toList(),
                        "choose one of these"))
                .bytes();
    }

    public String text(String name) {
        return figure(name, Figure.Text.class).text();
    }

    private <F extends Figure> F figure(String name, Class<F> kind) {
        return figures.stream()
                .filter(f -> f.name().equals(name))
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow(() -> new Misuse(
                        "no " + kind.getSimpleName().toLowerCase(java.util.Locale.ROOT) + " \"" + name
                                + "\" in the report",
                        "one of " + figures.stream().map(Figure::name).toList(),
                        "choose one of these"));
    }

    /// Gathers figures while an experiment runs; made by [Lab#report].
    public static final class Draft {
        private final Lab lab;
        private final Experiment experiment;
        private final List<Figure> figures = new ArrayList<>();
        private final List<String> warnings = new ArrayList<>();
        private final List<File> files = new ArrayList<>();
        private final Map<String, Double> facts = new java.util.TreeMap<>();

        Draft(Lab lab, Experiment experiment) {
            this.lab = lab;
            this.experiment = experiment;
        }

        /// Adds a figure; two of one name are a fault.
        public Draft add(Figure figure) {
            if (figures.stream().anyMatch(f -> f.name().equals(figure.name()))) {
                throw new IllegalStateException("two figures named " + figure.name());
            }
            figures.add(figure);
            return this;
        }

        /// Adds a number of unit 1 without an error.
        public Draft number(String name, double value) {
            return add(Figure.Quantity.of(name, value));
        }

        public Draft text(String name, String text) {
            return add(new Figure.Text(name, text));
        }

        /// Says a warning at once and keeps it in the report.
        public Draft warn(String sentence) {
            warnings.add(sentence);
            lab.say(new Event.Warning(sentence));
            return this;
        }

        /// Keeps a file with the report.
        public Draft file(String path, byte[] bytes) {
            files.add(new File(path, bytes));
            return this;
        }

        /// Keeps a number that differs from run to run, as a rate a second.
        public Draft fact(String name, double value) {
            facts.put(name, value);
            return this;
        }

        public Report ended(Ending ending) {
            return new Report(experiment, lab.seed(), ending, figures, warnings, files, facts);
        }
    }
}
