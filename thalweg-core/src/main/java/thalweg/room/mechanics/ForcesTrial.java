package thalweg.room.mechanics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.array.Key;
import thalweg.flow.Ending;
import thalweg.flow.Rate;
import thalweg.room.mechanics.field.Contender;
import thalweg.room.mechanics.field.FreeField;
import thalweg.room.mechanics.field.Judgement;
import thalweg.room.mechanics.field.Samples;
import thalweg.room.mechanics.pair.PairData;
import thalweg.room.mechanics.pair.PairExample;
import thalweg.room.mechanics.pair.PairFit;
import thalweg.room.mechanics.pair.PairLaw;
import thalweg.room.mechanics.pair.Radial;
import thalweg.study.Figure;
import thalweg.study.Lab;
import thalweg.study.Report;
import thalweg.study.Rounding;

/// One run of `learn forces`: the pair law, its two baselines, and the judgement of all three.
final class ForcesTrial {
    private static final int DRIFT_STEPS = 10_000;

    private final LearnForces asked;
    private final ForcesQuestion.Answer data;
    private final Lab lab;
    private final Key key;

    ForcesTrial(LearnForces asked, ForcesQuestion.Answer data, Lab lab) {
        this.asked = asked;
        this.data = data;
        this.lab = lab;
        this.key = lab.key().fold(2);
    }

    Report report() {
        lab.progress(0, 3, "fitting the pair potential");
        boolean mayFit = asked.masses() == LearnForces.Masses.AUTO && !data.masses();
        PairFit plain =
                PairFit.of(data.train(), new PairFit.Plan(asked.drag(), asked.masses() == LearnForces.Masses.FITTED));
        boolean fitted = asked.masses() == LearnForces.Masses.FITTED;
        if (mayFit) {
            PairFit free = PairFit.of(data.train(), new PairFit.Plan(asked.drag(), true));
            boolean positive = Arrays.stream(free.law().mass()).allMatch(m -> m > 0);
            if (positive && PairFit.error(free.law(), data.test()) < 0.5 * PairFit.error(plain.law(), data.test())) {
                plain = free;
                fitted = true;
            }
        }
        PairFit dragged =
                asked.drag() ? plain : PairFit.of(data.train().with(plain.law().mass()), new PairFit.Plan(true, false));
        lab.progress(1, 3, "learning the baselines");
        List<Contender> all = contenders(plain.law());
        lab.progress(2, 3, "rolling out");
        return write(plain, dragged, fitted, all);
    }

    private List<Contender> contenders(PairLaw law) {
        Samples samples = samples(data.train());
        int d = data.train().dimension();
        int wide = data.train().wide();
        int width = Math.clamp(samples.count() / 4, 20, 150);
        Rate.Written momentum = (t, x, out) -> {
            Arrays.fill(out, 0);
            for (int a = 0; a < wide; a++) {
                out[a % d * 2 * wide + wide + a] = law.mass()[a / d];
            }
        };
        FreeField free = FreeField.committee(key.fold(3), samples, width, null, 0);
        FreeField soft = FreeField.committee(key.fold(3), samples, width, momentum, d, asked.penalty());
        return List.of(
                new Contender("", law.velocity(), x -> x),
                new Contender("baseline", free.velocity(), free::jacobian),
                new Contender("penalty", soft.velocity(), soft::jacobian));
    }

    private static Samples samples(PairData data) {
        int wide = data.wide();
        double[] x = new double[data.count() * 2 * wide];
        double[] slope = new double[x.length];
        for (int i = 0; i < data.count(); i++) {
            System.arraycopy(data.state(i), 0, x, i * 2 * wide, 2 * wide);
            System.arraycopy(data.v(), i * wide, slope, i * 2 * wide, wide);
            System.arraycopy(data.a(), i * wide, slope, i * 2 * wide + wide, wide);
        }
        return new Samples(wide, data.count(), x, slope, new double[0]);
    }

    /// Mean square acceleration left on rows held out.
    private double error(Contender one) {
        int wide = data.test().wide();
        double[] out = new double[2 * wide];
        double sum = 0;
        for (int i = 0; i < data.test().count(); i++) {
            one.velocity().at(0, data.test().state(i), out);
            for (int a = 0; a < wide; a++) {
                double off = out[wide + a] - data.test().a()[i * wide + a];
                sum += off * off;
            }
        }
        return sum / (data.test().count() * (double) wide);
    }

    private Report write(PairFit fit, PairFit dragged, boolean fitted, List<Contender> all) {
        PairLaw law = fit.law();
        Report.Draft draft = lab.report(asked);
        double variance = 0;
        double mean = Arrays.stream(data.test().a()).average().orElse(0);
        for (double a : data.test().a()) {
            variance += (a - mean) * (a - mean) / data.test().a().length;
        }
        double[] errors = all.stream().mapToDouble(this::error).toArray();
        double[] rollouts = all.stream()
                .mapToDouble(c -> data.held().isEmpty()
                        ? Double.NaN
                        : Judgement.rollout(
                                c, data.held(), samples(data.train()).deviation()))
                .toArray();
        double gamma = dragged.law().drag();
        boolean lossy = Math.abs(gamma) > 5 * dragged.dragError()
                && PairFit.error(dragged.law(), data.test()) < 0.9 * PairFit.error(law, data.test());
        draft.text(
                "verdict",
                verdict(law, errors[0] / variance, gamma, dragged.dragError(), lossy || asked.drag(), rollouts));
        for (int c = 0; c < all.size(); c++) {
            String prefix = all.get(c).name().isEmpty() ? "" : all.get(c).name() + " ";
            draft.number(prefix + "test error", errors[c]);
            draft.number(prefix + "test R2", 1 - errors[c] / variance);
            if (!Double.isNaN(rollouts[c])) {
                draft.number(prefix + "rollout error", rollouts[c]);
            }
        }
        PairExample truth = data.truth();
        double[] r = data.test().distances();
        if (truth != null) {
            draft.number("force R2", agreement(law.radial(), truth, r));
        }
        double[] start = data.test().state(0);
        double step = 1e-3 / Math.max(1, Math.sqrt(Math.sqrt(variance)));
        draft.number("momentum drift", undragged(law).momentumDrift(start, step, DRIFT_STEPS));
        double[] random = key.fold(8).normals(law.radial().coefficients().length);
        Radial wild = new Radial(law.radial().low(), law.radial().high(), random);
        PairLaw untrained = new PairLaw(law.dimension(), law.mass(), law.charge(), wild, 0);
        draft.number("untrained momentum drift", untrained.momentumDrift(start, step, DRIFT_STEPS));
        draft.add(new Figure.Quantity("drag", gamma, dragged.dragError(), "standard", "", null));
        draft.number("polynomials", law.radial().coefficients().length);
        draft.add(readOut(law.radial(), r));
        if (fitted) {
            draft.add(masses(law));
        }
        new ForcesPictures(law, truth, all, data.test()).all().forEach(draft::add);
        draft.text(
                "read-out",
                "The table forces (series/forces.csv in the run folder) holds the force against distance: `thalweg fit"
                        + " formula runs/N/series/forces.csv --formula '"
                        + (truth == null
                                ? "force = a/(distance + b)^n"
                                : truth.form().replace("(r", "(distance"))
                        + "'` reads its constants.");
        StoredForces stored = new StoredForces(law, asked.position());
        draft.file("model/net.npz", stored.bytes()).file("model/meta.json", stored.meta(asked));
        if (lossy && !asked.drag()) {
            draft.warn("Velocities are dragged: learn again with --drag true.");
        }
        return draft.ended(new Ending.Converged("fitted, rolled out, judged"));
    }

    private static PairLaw undragged(PairLaw law) {
        return new PairLaw(law.dimension(), law.mass(), law.charge(), law.radial(), 0);
    }

    private String verdict(PairLaw law, double left, double gamma, double error, boolean lossy, double[] rollouts) {
        String explained = left < 1e-10 ? "all" : Rounding.number(100 * (1 - left), 6) + " %";
        String text = "A pair force explains " + explained + " of the variance of accelerations on rows held out.";
        text += lossy
                ? " The data are not conservative: velocities are dragged by gamma = "
                        + Rounding.withError(gamma, error) + "."
                : " The data are conservative: a drag of " + Rounding.withError(gamma, error)
                        + " is not told from none.";
        text += " Momentum is conserved by construction.";
        if (left > 0.05) {
            text += " The assumed structure leaves " + Rounding.number(100 * left, 2)
                    + " % unexplained: there is noise, an outer field, or what couples pairs (--coupling, --charge) is"
                    + " another.";
        }
        if (!Double.isNaN(rollouts[0])) {
            text += " Rolled out along held-out motions it stays within " + Rounding.number(rollouts[0], 3)
                    + " standard deviations (rms); without structure within " + Rounding.number(rollouts[1], 3)
                    + ", with a penalty on the change of momentum within " + Rounding.number(rollouts[2], 3) + ".";
        }
        return text + (law.particles() > 2 ? "" : " There is one pair.");
    }

    private static double agreement(Radial radial, PairExample truth, double[] r) {
        double mean = Arrays.stream(r).map(truth::force).average().orElse(0);
        double left = 0;
        double total = 0;
        for (double one : r) {
            double f = truth.force(one);
            double off = f - radial.force(one);
            left += off * off;
            total += (f - mean) * (f - mean);
        }
        return 1 - left / total;
    }

    /// The force at 200 distances from the 2nd to the 98th percentile.
    private static Figure.Table readOut(Radial radial, double[] r) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            double place = 0.02 + 0.96 * i / 199;
            double distance = r[(int) (place * (r.length - 1))];
            rows.add(List.of(distance, radial.force(distance)));
        }
        return Figure.Table.of("forces", List.of("distance", "force"), rows);
    }

    private static Figure.Table masses(PairLaw law) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < law.mass().length; i++) {
            rows.add(List.of(i + 1L, law.mass()[i] / law.mass()[0]));
        }
        return Figure.Table.of("masses", List.of("particle", "mass relative to the first"), rows);
    }
}
