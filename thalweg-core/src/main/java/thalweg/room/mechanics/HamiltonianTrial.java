package thalweg.room.mechanics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import thalweg.array.Key;
import thalweg.flow.Ending;
import thalweg.flow.Rate;
import thalweg.model.Mlp;
import thalweg.model.TanhSlope;
import thalweg.room.mechanics.field.Contender;
import thalweg.room.mechanics.field.Example;
import thalweg.room.mechanics.field.FreeField;
import thalweg.room.mechanics.field.Hamiltonian;
import thalweg.room.mechanics.field.HamiltonianFit;
import thalweg.room.mechanics.field.Judgement;
import thalweg.room.mechanics.field.Learner;
import thalweg.room.mechanics.field.Networks;
import thalweg.room.mechanics.field.Path;
import thalweg.room.mechanics.field.Samples;
import thalweg.room.mechanics.field.Smoothing;
import thalweg.room.mechanics.field.Split;
import thalweg.study.Lab;
import thalweg.study.Report;

/// One run of `learn hamiltonian`: the law, its two baselines, and the judgement of all three.
final class HamiltonianTrial {
    private final LearnHamiltonian asked;
    private final MotionQuestion.Answer data;
    private final Lab lab;
    private final Key key;
    private final Samples train;
    private final Samples test;
    private final int @Nullable [] group;
    private final @Nullable Smoothing smoothing;

    HamiltonianTrial(LearnHamiltonian asked, MotionQuestion.Answer data, Lab lab) {
        this.asked = asked;
        this.data = data;
        this.lab = lab;
        this.key = lab.key().fold(2);
        if (data.train() != null && data.test() != null) {
            this.train = data.train();
            this.test = data.test();
            this.group = data.group();
            this.smoothing = null;
        } else {
            List<Path> held = data.held().isEmpty() ? data.learned() : data.held();
            this.smoothing = Smoothing.best(data.learned());
            this.train = smoothing.samples(data.learned());
            this.test = smoothing.samples(held);
            this.group = IntStream.range(0, held.size())
                    .flatMap(g -> IntStream.range(0, held.get(g).count()).map(i -> g))
                    .toArray();
        }
    }

    /// What was learned and what it is worth.
    ///
    /// @param law of ridges; null for a network
    /// @param net an energy; null for ridges
    /// @param height the learned energy at a state
    /// @param freedom effective number of parameters
    record Learned(
            @Nullable Hamiltonian law,
            @Nullable Mlp net,
            Contender contender,
            java.util.function.ToDoubleFunction<double[]> height,
            double freedom) {}

    Report report() {
        lab.progress(0, 4, "splitting the slopes");
        Split split = Split.of(key.fold(0), train, test, Math.min(100, width()), group);
        lab.progress(1, 4, "learning");
        Learned ours = learn();
        lab.progress(2, 4, "learning the baselines");
        Rate.Written slope = slope(ours);
        List<Contender> all = new ArrayList<>(List.of(ours.contender()));
        all.addAll(baselines(ours, slope));
        lab.progress(3, 4, "rolling out");
        Scores scores = scores(all, ours);
        HamiltonianReport writer = new HamiltonianReport(asked, data, lab, train, test, split, ours, all, scores);
        return writer.write(
                lab.stopping()
                        ? new Ending.Stopped(lab.reason())
                        : new Ending.Converged("learned, rolled out, judged"));
    }

    /// The judgement of every contender, NaN where there is nothing to judge by.
    record Scores(double[] test, double[] energy, double[] rollout, double[] defect) {}

    private Scores scores(List<Contender> all, Learned ours) {
        int m = all.size();
        double[] error = new double[m];
        double[] energy = new double[m];
        double[] rollout = new double[m];
        double[] defect = new double[m];
        Samples plain = withoutInputs(test, ours.law());
        double[] sd = train.deviation();
        double speed = IntStream.range(0, sd.length)
                .mapToDouble(a -> train.slopeDeviation()[a] / sd[a])
                .max()
                .orElse(1);
        for (int c = 0; c < m; c++) {
            Contender one = all.get(c);
            error[c] = one.slopeError(plain);
            energy[c] = data.truth() == null || lab.stopping()
                    ? Double.NaN
                    : Judgement.energy(one, data.truth(), starts(), horizon());
            rollout[c] = data.held().isEmpty() || test.inputs() > 0 || lab.stopping()
                    ? Double.NaN
                    : Judgement.rollout(one, data.held(), sd);
            defect[c] = asked.drag() ? Double.NaN : one.symplecticDefect(test, 0.1 / speed);
        }
        return new Scores(error, energy, rollout, defect);
    }

    private double horizon() {
        return asked.system() == LearnHamiltonian.Recipe.NONE
                ? 20 / speed()
                : asked.system().example().horizon();
    }

    private double speed() {
        double[] sd = train.deviation();
        double[] slope = train.slopeDeviation();
        return IntStream.range(0, sd.length)
                .mapToDouble(a -> slope[a] / sd[a])
                .average()
                .orElse(1);
    }

    private List<double[]> starts() {
        if (asked.system() != LearnHamiltonian.Recipe.NONE) {
            return asked.system().example().judged(key.fold(7), 15);
        }
        double[] sd = train.deviation();
        double[] mean = train.mean();
        boolean around = train.size() == 2;
        for (int a = 0; a < sd.length; a++) {
            around &= Math.abs(mean[a]) + 1 < 3 * sd[a];
        }
        if (around) {
            return Example.PENDULUM.judged(key.fold(7), 15);
        }
        int count = Math.min(15, test.count());
        return IntStream.range(0, count)
                .mapToObj(i -> test.state(i * test.count() / count))
                .toList();
    }

    /// Ridges a draw: as asked, or more for more coordinates and never more than the rows bear.
    private int width() {
        if (asked.learning().width() > 0) {
            return asked.learning().width();
        }
        int usual = train.size() == 2 ? 100 : train.size() <= 4 ? 400 : 700;
        return Math.clamp(train.count() * (long) train.size() / 6, 10, usual);
    }

    private HamiltonianFit.Plan plan() {
        return new HamiltonianFit.Plan(width(), asked.form(), asked.drag(), 1e-15);
    }

    private Learned learn() {
        Key own = key.fold(1);
        int steps = asked.learning().steps();
        return switch (asked.by()) {
            case FEATURES ->
                of(
                        smoothing == null
                                ? Learner.features(own, train, plan())
                                : Learner.shooting(
                                        own,
                                        data.learned(),
                                        smoothing,
                                        plan(),
                                        asked.learning().order(),
                                        Math.min(10, steps)));
            case GAUSS_NEWTON -> of(Learner.polished(own, train, plan(), Math.min(60, steps)));
            case LBFGS, ADAM -> network(own);
        };
    }

    private Learned network(Key own) {
        Networks networks = new Networks(train);
        Mlp net = networks.energy(own, recipe(), lab::stopping);
        return new Learned(
                null,
                net,
                new Contender("", networks.turning(net), networks.turningJacobian(net)),
                x -> networks.height(net, x),
                net.size());
    }

    private Networks.Recipe recipe() {
        return new Networks.Recipe(
                asked.learning().width() > 0 ? asked.learning().width() : 200,
                asked.learning().steps(),
                asked.learning().rate(),
                asked.by() == LearnHamiltonian.By.LBFGS);
    }

    private static Learned of(HamiltonianFit fit) {
        Hamiltonian law = fit.law();
        TanhSlope slopes = law.energy().slopes();
        return new Learned(
                law,
                null,
                new Contender("", law.velocity(), law::jacobian),
                x -> slopes.at(x, new double[x.length]),
                fit.freedom());
    }

    /// `grad H` by which the soft constraint is laid: the true one where it is known, else the learned one.
    private Rate.Written slope(Learned ours) {
        if (data.truth() != null) {
            return data.truth().ready().slope();
        }
        if (ours.law() != null) {
            TanhSlope slopes = ours.law().energy().slopes();
            return (t, x, out) -> slopes.at(x, out);
        }
        Rate.Written velocity = ours.contender().velocity();
        return (t, x, out) -> {
            double[] v = new double[x.length];
            velocity.at(t, x, v);
            int d = x.length / 2;
            for (int i = 0; i < d; i++) {
                out[i] = -v[d + i];
                out[d + i] = v[i];
            }
        };
    }

    private List<Contender> baselines(Learned ours, Rate.Written slope) {
        Samples rows = withoutInputs(train, ours.law());
        Key own = key.fold(3);
        double strength = asked.learning().penalty();
        if (asked.by() == LearnHamiltonian.By.FEATURES || asked.by() == LearnHamiltonian.By.GAUSS_NEWTON) {
            int width = width();
            FreeField free = FreeField.committee(own, rows, width, null, 0);
            FreeField soft = FreeField.committee(own, rows, width, slope, strength);
            return List.of(
                    new Contender("baseline", free.velocity(), free::jacobian),
                    new Contender("penalty", soft.velocity(), soft::jacobian));
        }
        Networks networks = new Networks(rows);
        Mlp free = networks.field(own, recipe(), null, 0, lab::stopping);
        double[] height = new double[rows.x().length];
        double[] out = new double[rows.size()];
        for (int i = 0; i < rows.count(); i++) {
            slope.at(0, rows.state(i), out);
            System.arraycopy(out, 0, height, i * out.length, out.length);
        }
        Mlp soft = networks.field(own, recipe(), height, strength, lab::stopping);
        return List.of(
                new Contender("baseline", networks.loose(free), networks.looseJacobian(free)),
                new Contender("penalty", networks.loose(soft), networks.looseJacobian(soft)));
    }

    /// The samples with what inputs add taken off, by the learned law: what laws without inputs can be held to.
    private static Samples withoutInputs(Samples samples, @Nullable Hamiltonian law) {
        if (law == null || law.input().length == 0) {
            return samples;
        }
        int n = samples.size();
        int m = samples.inputs();
        double[] slope = samples.slope().clone();
        for (int i = 0; i < samples.count(); i++) {
            for (int k = 0; k < n / 2; k++) {
                for (int u = 0; u < m; u++) {
                    slope[i * n + n / 2 + k] -= law.input()[k * m + u] * samples.input()[i * m + u];
                }
            }
        }
        return new Samples(samples.half(), samples.count(), samples.x(), slope, samples.input());
    }
}
