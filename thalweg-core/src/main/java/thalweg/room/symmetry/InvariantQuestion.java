package thalweg.room.symmetry;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;
import thalweg.data.Dataset;
import thalweg.data.Nearest;
import thalweg.room.symmetry.invariant.Found;
import thalweg.room.symmetry.invariant.Search;
import thalweg.room.symmetry.library.Feature;
import thalweg.room.symmetry.library.Library;
import thalweg.room.symmetry.sample.EventTable;
import thalweg.room.symmetry.sample.Groups;
import thalweg.room.symmetry.sample.Made;
import thalweg.room.symmetry.sample.Reading;
import thalweg.room.symmetry.sample.Recipe;
import thalweg.room.symmetry.sample.TrajectoryTable;
import thalweg.study.Data;
import thalweg.study.Lab;
import thalweg.study.Problem;

/// What is asked of data when laws are sought in them.
final class InvariantQuestion {
    static final int FEWEST = 4;

    private final DiscoverInvariant asked;
    private @Nullable Reading reading;
    private List<Feature> features = List.of();

    InvariantQuestion(DiscoverInvariant asked) {
        this.asked = asked;
    }

    /// What was read, and what was found in it.
    ///
    /// @param features the library
    /// @param found null where there is too little to judge
    /// @param needed how many groups are needed
    record Answer(
            DiscoverInvariant asked,
            Reading reading,
            List<Feature> features,
            @Nullable Found found,
            int needed) {
        Groups groups() {
            return reading.groups();
        }
    }

    List<Problem> check(Lab lab) {
        try {
            reading = read(lab);
        } catch (Misuse e) {
            return List.of(Problem.of("data", e));
        }
        try {
            features = library(reading).features();
        } catch (Misuse e) {
            return List.of(Problem.of("library", e));
        }
        return reading.groups().count() == 0 ? List.of() : finite(reading.groups());
    }

    private Reading read(Lab lab) {
        Data data = asked.data();
        if (data == null) {
            throw new Misuse("no data", "a file or the name of a system", "name one: `discover invariant kepler`");
        }
        if (data instanceof Data.File file && file.isWord()) {
            return made(file.path(), lab);
        }
        Dataset table = lab.open(data);
        EventColumns body = asked.body();
        InvariantColumns columns = asked.columns();
        boolean trajectories = columns.trajectory() != null
                || columns.time() != null
                || !columns.coordinates().isEmpty();
        if (trajectories && body.asked()) {
            throw new Misuse(
                    "columns of trajectories and of events at once",
                    "--trajectory with --time, or --event with --phase, --mass and --velocity",
                    "leave one of the two out");
        }
        return body.asked() || !trajectories && EventTable.fits(table)
                ? new EventTable(table, body.event(), body.phase(), body.mass(), body.velocity(), asked.units()).read()
                : new TrajectoryTable(table, columns.trajectory(), columns.time(), columns.coordinates(), asked.units())
                        .read();
    }

    private Reading made(String name, Lab lab) {
        Making made = asked.made();
        if (name.equals("collision")) {
            return made.collisions().make(made.events(), made.noise(), lab.key().fold(1));
        }
        List<String> names =
                new ArrayList<>(Recipe.all().stream().map(Recipe::name).toList());
        names.add("collision");
        Recipe recipe = Recipe.all().stream()
                .filter(r -> r.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Misuse(
                        "no file and no system \"" + name + "\"",
                        "a file, or one of " + String.join(", ", names),
                        Nearest.advice(name, names, "check the path")));
        Groups groups = Made.of(
                recipe,
                made.trajectories(),
                made.points(),
                made.noise(),
                lab,
                lab.key().fold(1));
        return new Reading(groups, java.util.Map.of(), List.of(), List.of(), false, "", List.of());
    }

    private Library library(Reading read) {
        List<String> words = asked.library();
        List<String> coordinates =
                read.event() ? read.groups().names() : read.groups().noisy();
        if (words.isEmpty() && asked.data() instanceof Data.File file && file.isWord() && !read.event()) {
            words = Recipe.all().stream()
                    .filter(r -> r.name().equals(file.path()))
                    .findFirst()
                    .orElseThrow()
                    .library();
        }
        if (words.isEmpty()) {
            words = List.of("auto");
        }
        Library library = new Library(List.of());
        for (String word : words) {
            library = library.plus(
                    word.equals("powers") || word.equals("auto") && read.event()
                            ? Library.powers(read.mass(), velocity(read))
                            : word.equals("auto")
                                    ? Library.auto(coordinates, read.positive())
                                    : Library.of(
                                            word,
                                            word.matches("[a-z-]+(:.*)?")
                                                    ? coordinates
                                                    : read.groups().names()));
        }
        return library;
    }

    private static List<String> velocity(Reading read) {
        if (read.velocity().isEmpty()) {
            throw new Misuse(
                    "the library powers for trajectories",
                    "a library for events only",
                    "use monomial:N, or name the phase with --phase");
        }
        return read.velocity();
    }

    private List<Problem> finite(Groups groups) {
        List<Problem> problems = new ArrayList<>();
        double[][] entries =
                groups.entries(features.stream().map(Feature::formula).toList());
        for (int f = 0; f < entries.length && problems.isEmpty(); f++) {
            for (int i = 0; i < entries[f].length; i++) {
                if (!Double.isFinite(entries[f][i])) {
                    problems.add(new Problem(
                            "library",
                            features.get(f).text() + " = " + entries[f][i] + " in row " + groups.origin()[i],
                            "features that are finite on all data",
                            "leave the row or the feature out"));
                    break;
                }
            }
        }
        return problems;
    }

    /// Searches; the question was checked.
    Answer answer(Lab lab) {
        Reading read = java.util.Objects.requireNonNull(reading);
        Groups groups = read.groups();
        int needed = read.event() ? 2 * (features.size() + 1) : FEWEST;
        if (groups.count() < needed) {
            return new Answer(asked, read, features, null, needed);
        }
        Search search = new Search(groups, features, read.errors(), asked.permutations(), asked.bootstraps(), lab);
        return new Answer(asked, read, features, search.terms() == 0 ? null : search.run(), needed);
    }
}
