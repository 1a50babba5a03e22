package thalweg.room.bayes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import thalweg.array.Key;
import thalweg.array.Misuse;
import thalweg.flow.chain.Mass;
import thalweg.flow.chain.Warmup;
import thalweg.room.bayes.draw.ChainArchive;
import thalweg.room.bayes.draw.ChainTable;
import thalweg.room.bayes.draw.Chains;
import thalweg.room.bayes.draw.CmdStanCsv;
import thalweg.room.bayes.draw.Judgement;
import thalweg.stan.trace.Settings;
import thalweg.study.Experiment;
import thalweg.study.Figure;
import thalweg.study.Knob;
import thalweg.study.Lab;
import thalweg.study.Problem;
import thalweg.study.Refused;
import thalweg.study.Report;

/// The Gibbs law `exp(-E)` of an energy, sampled by Hamiltonian chains that warm up, draw, and are judged.
@Experiment.Named(
        value = "sample posterior",
        says = "Samples a posterior by Hamiltonian chains and judges the draws.",
        examples = {
            "sample posterior eight-schools",
            "sample posterior ./model.stan --data data.json --chains 4 --warmup 400 --draws 1000",
            "sample posterior --energy '(x^2 + (y - x^2)^2)/2'",
            "sample posterior --energy 'n*log(s) + (n*(m - 2)^2 + 12)/(2*s^2)' --box s=0..inf,n=9..11 --draws 500",
            "sample posterior --energy 'v^2/18 + x^2*exp(-v)/2 + v/2' --sampler hmc --steps 20 --mass draws"
        })
public record SamplePosterior(
        @Knob(value = "a Stan program, or a posterior of the catalogue; else eight-schools", positional = true)
        String program,

        @Knob("data of the Stan program: JSON or an R dump") String data,

        @Knob("energy as a formula, -log density; its names in alphabetical order are the coordinates")
        String energy,

        @Knob("ranges of names of the formula, as s=0..inf; all numbers if left out")
        Map<String, String> box,

        @Knob("Java class of the energy, which implements thalweg.room.bayes.Posterior")
        String energyClass,

        @Knob("how paths find their length: nuts or hmc") Sampler sampler,

        @Knob(value = "chains", min = 1, max = 10_000) int chains,

        @Knob(value = "transitions of the warm-up, a chain", min = 0, max = 10_000_000)
        int warmup,

        @Knob(value = "draws a chain that are kept", min = 4, max = 100_000_000)
        int draws,

        @Knob(value = "transitions for one draw that is kept", min = 1, max = 1_000_000)
        int thin,

        Adapt adapt,

        @Knob("start: a radius about 0 in free coordinates, NAME=VALUE,.., or a table with a row a chain")
        String init,

        Written written,

        @Knob("quantities to draw pictures of; the three known least if left out")
        List<String> pictures)
        implements Experiment {
    /// What the warm-up learns.
    ///
    /// @param mass from what the metric is learned
    /// @param target acceptance that the step size is led to
    /// @param from a saved warm-up
    public record Adapt(
            @Knob("from what the metric is learned") Mass mass,

            @Knob(value = "mean acceptance that the step size is led to", min = 0.01, max = 0.999)
            double target,

            @Knob("warmup.npz of an earlier run, to draw at once")
            String from) {
        /// Slopes, 0.8, no saved warm-up.
        public Adapt() {
            this(Mass.SLOPES, 0.8, "");
        }
    }

    /// How draws are written.
    ///
    /// @param csv name of the CmdStan files
    /// @param digits significant digits in them
    public record Written(
            @Knob("name of the CmdStan files in the run's folder, NAME_1.csv for the first chain")
            String csv,

            @Knob(value = "significant digits in them", min = 1, max = 17)
            int digits) {
        /// `draws_1.csv`, .., 8 digits.
        public Written() {
            this("draws", 8);
        }

        /// @throws Misuse for a name that is no file's
        public Written {
            if (!csv.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
                throw new Misuse("\"" + csv + "\"", "a name of letters, digits, dots and dashes", "correct --csv");
            }
        }
    }

    /// Eight schools; NUTS, 4 chains of 400 + 1000.
    public SamplePosterior() {
        this("", "", "", Map.of(), "", new Sampler.Nuts(), 4, 400, 1000, 1, new Adapt(), "", new Written(), List.of());
    }

    /// The posterior, or what is wrong with its knobs.
    private record Asked(Optional<Posterior> posterior, List<Problem> problems) {}

    private Asked asked() {
        long named = Stream.of(program, energy, energyClass)
                .filter(text -> !text.isEmpty())
                .count();
        if (named > 1) {
            return new Asked(
                    Optional.empty(),
                    List.of(new Problem(
                            energy.isEmpty() ? "energy-class" : "energy",
                            "more than one energy",
                            "a Stan program, --energy FORMULA or --energy-class NAME",
                            "leave the others out")));
        }
        if (energy.isEmpty() && energyClass.isEmpty()) {
            String what = program.isEmpty() ? "eight-schools" : program;
            Knobs.Bound bound = Knobs.Bound.of(what, data, Settings.USUAL);
            return new Asked(bound.posterior().map(posterior -> new StanLaw(what, posterior)), bound.problems());
        }
        try {
            return new Asked(
                    Optional.of(energy.isEmpty() ? ofClass(energyClass) : new FormulaPosterior(energy, box)),
                    List.of());
        } catch (Misuse e) {
            String knob = e.found().startsWith("a range of ") || e.found().startsWith("the range ")
                    ? "box"
                    : energyClass.isEmpty() ? "energy" : "energy-class";
            return new Asked(Optional.empty(), List.of(Problem.of(knob, e)));
        }
    }

    private static Posterior ofClass(String name) {
        try {
            Class<?> type = Class.forName(name);
            if (type.getDeclaredConstructor().newInstance() instanceof Posterior posterior) {
                return posterior;
            }
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new Misuse(
                    "the class " + name + " (" + e + ")",
                    "a public class on the class path with a constructor without arguments",
                    "check its name and the class path");
        }
        throw new Misuse(
                "the class " + name + ", which is no Posterior",
                "one that implements thalweg.room.bayes.Posterior",
                "implement it");
    }

    @Override
    public List<Problem> check(Lab lab) {
        Asked asked = asked();
        if (asked.posterior.isEmpty()) {
            return asked.problems;
        }
        Posterior posterior = asked.posterior.get();
        List<Problem> problems = new ArrayList<>();
        ask(problems, "init", () -> {
            Start start = Start.parse(init);
            for (int c = 0; c < Math.min(chains, start.given().size()); c++) {
                start.at(posterior, c, Key.of(0));
            }
        });
        ask(problems, "adapt.from", () -> tuned(posterior));
        List<String> names = posterior.names().stream().map(ChainTable::indexed).toList();
        for (String picture : pictures) {
            if (!names.contains(picture)) {
                problems.add(new Problem(
                        "pictures",
                        "no quantity \"" + picture + "\"",
                        "one of " + String.join(", ", names),
                        "choose one of these"));
            }
        }
        return problems;
    }

    private static void ask(List<Problem> problems, String knob, Runnable question) {
        try {
            question.run();
        } catch (Misuse e) {
            problems.add(Problem.of(knob, e));
        }
    }

    private List<Tuned> tuned(Posterior posterior) {
        return adapt.from.isEmpty()
                ? List.of()
                : Tuned.read(Path.of(adapt.from), posterior.flat().size());
    }

    @Override
    public Report run(Lab lab) {
        Refused.unlessEmpty(check(lab));
        Posterior posterior = asked().posterior.orElseThrow();
        long began = System.nanoTime();
        Sampling.Result result = new Sampling(
                        posterior,
                        new Sampling.Plan(
                                sampler,
                                new Warmup(warmup, adapt.mass, adapt.target),
                                chains,
                                draws,
                                thin,
                                Start.parse(init),
                                tuned(posterior)),
                        lab)
                .run();
        double seconds = (System.nanoTime() - began) / 1e9;
        Report.Draft draft = lab.report(this);
        if (result.chains().length() < 4) {
            draft.text("verdict", "No draws: " + result.ending().message() + ".");
            return draft.ended(result.ending());
        }
        DrawFigures figures = new DrawFigures(Judgement.of(result.chains(), lab), pictures);
        draft.text("verdict", figures.verdict());
        if (!energyClass.isEmpty()) {
            draft.warn("The energy is the Java class " + energyClass
                    + ", which the report does not hold: it can be run again only where that class is.");
        }
        figures.add(draft);
        if (!result.divergent().isEmpty()) {
            draft.add(divergent(posterior.names(), result));
        }
        rates(draft, figures.judged(), seconds);
        files(draft, posterior, result, lab);
        return draft.ended(result.ending());
    }

    private static void rates(Report.Draft draft, Judgement judged, double seconds) {
        double least = judged.leastBulk();
        if (Double.isFinite(least)) {
            draft.fact("ess per second", least / seconds);
        }
        draft.fact("seconds of sampling", seconds);
    }

    /// Headed as CmdStan names them: a bracket in a heading is a unit.
    private static Figure.Table divergent(List<String> names, Sampling.Result result) {
        List<String> headings = new ArrayList<>(List.of("chain", "draw"));
        headings.addAll(names);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Sampling.Divergence divergence : result.divergent()) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add((long) divergence.chain());
            row.add((long) divergence.draw());
            Arrays.stream(divergence.quantities()).forEach(row::add);
            rows.add(row);
        }
        return Figure.Table.of("divergent places", headings, rows);
    }

    private void files(Report.Draft draft, Posterior posterior, Sampling.Result result, Lab lab) {
        Chains drawn = result.chains();
        CmdStanCsv csv = new CmdStanCsv(settings(posterior, lab), written.digits);
        for (int c = 0; c < drawn.count(); c++) {
            Tuned tuned = result.tuned().get(c);
            draft.file(
                    written.csv + "_" + (c + 1) + ".csv",
                    csv.bytes(
                            drawn,
                            posterior.names(),
                            c,
                            tuned.step(),
                            tuned.metric().inverseMass()));
        }
        draft.file(written.csv + ".npz", ChainArchive.bytes(drawn, posterior.names()));
        draft.file("warmup.npz", Tuned.bytes(result.tuned()));
    }

    private Map<String, String> settings(Posterior posterior, Lab lab) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("model", posterior.name());
        settings.put("method", "sample (Default)");
        settings.put("  sample", "");
        settings.put("    num_samples", Integer.toString(draws));
        settings.put("    num_warmup", Integer.toString(adapt.from.isEmpty() ? warmup : 0));
        settings.put("    save_warmup", "false (Default)");
        settings.put("    thin", Integer.toString(thin));
        settings.put("    adapt", "");
        settings.put("      engaged", warmup > 0 && adapt.from.isEmpty() ? "true" : "false");
        settings.put("      delta", Double.toString(adapt.target));
        settings.put("    algorithm", "hmc (Default)");
        settings.put("      hmc", "");
        settings.put("        engine", sampler instanceof Sampler.Nuts ? "nuts (Default)" : "static");
        if (sampler instanceof Sampler.Nuts nuts) {
            settings.put("          nuts", "");
            settings.put("            max_depth", Integer.toString(nuts.depth()));
        }
        settings.put("        metric", adapt.mass == Mass.DENSE ? "dense_e" : "diag_e (Default)");
        settings.put("random", "");
        settings.put("  seed", Long.toString(lab.seed()));
        settings.put("init", init.isEmpty() ? "2 (Default)" : init);
        return settings;
    }
}
