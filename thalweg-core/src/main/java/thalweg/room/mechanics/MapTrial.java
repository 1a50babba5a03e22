package thalweg.room.mechanics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import thalweg.array.Key;
import thalweg.flow.Ending;
import thalweg.flow.Rate;
import thalweg.model.TanhSlope;
import thalweg.room.mechanics.field.Contender;
import thalweg.room.mechanics.field.FreeField;
import thalweg.room.mechanics.field.HamiltonianFit;
import thalweg.room.mechanics.field.Path;
import thalweg.room.mechanics.field.Split;
import thalweg.room.mechanics.map.GeneratingMap;
import thalweg.room.mechanics.map.MapFit;
import thalweg.room.mechanics.map.Pairs;
import thalweg.room.mechanics.map.ShearNet;
import thalweg.room.mechanics.map.SymplecticMap;
import thalweg.study.Figure;
import thalweg.study.Lab;
import thalweg.study.Report;
import thalweg.study.Rounding;

/// One run of `learn map`: the symplectic map, its two baselines, and the judgement of all three.
final class MapTrial {
    private static final int LONG = 1000;
    private static final int STARTS = 12;

    private final LearnMap asked;
    private final MapQuestion.Answer data;
    private final Lab lab;
    /// Steps of the descent that choose what the map is made of.
    private static final int TRIAL = 60;

    private final Key key;
    private final LearnMap.Net kind;

    MapTrial(LearnMap asked, MapQuestion.Answer data, Lab lab) {
        this.asked = asked;
        this.data = data;
        this.lab = lab;
        this.key = lab.key().fold(2);
        this.kind = asked.net() == LearnMap.Net.AUTO ? better() : asked.net();
    }

    /// Of G-shears and a generating function the one that learns three quarters of the pairs and misses the last by
    /// less.
    private LearnMap.Net better() {
        Pairs all = data.train();
        int cut = Math.max(1, all.count() * 3 / 4);
        if (cut == all.count()) {
            return LearnMap.Net.GENERATING;
        }
        Pairs first = part(all, 0, cut);
        Pairs last = part(all, cut, all.count());
        GeneratingMap generating =
                new GeneratingMap(HamiltonianFit.of(key.fold(0), first.mixed(), HamiltonianFit.Plan.of(width(first)))
                        .law()
                        .energy());
        ShearNet shears =
                new MapFit(draw(key.fold(1), LearnMap.Net.G), first).gaussNewton(Math.min(asked.steps(), TRIAL));
        return miss(shears.map(), last) < miss(generating, last) ? LearnMap.Net.G : LearnMap.Net.GENERATING;
    }

    private static double miss(SymplecticMap map, Pairs pairs) {
        int n = pairs.size();
        double sum = 0;
        for (int i = 0; i < pairs.count(); i++) {
            double[] to = map.at(Arrays.copyOfRange(pairs.from(), i * n, (i + 1) * n), pairs.step()[i]);
            for (int c = 0; c < n; c++) {
                double off = to[c] - pairs.to()[i * n + c];
                sum += off * off;
            }
        }
        return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : sum;
    }

    /// A map by name, as `(state, step) -> state`.
    record Named(String name, BiFunction<double[], Double, double[]> step) {}

    Report report() {
        lab.progress(0, 3, "learning the map");
        HamiltonianFit generated =
                HamiltonianFit.of(key.fold(0), data.train().mixed(), HamiltonianFit.Plan.of(width()));
        @Nullable ShearNet start = kind == LearnMap.Net.GENERATING ? null : draw(key.fold(1), kind);
        @Nullable ShearNet net = start == null ? null : fit(start);
        GeneratingMap generating = new GeneratingMap(generated.law().energy());
        SymplecticMap map = net == null ? generating : net.map();
        SymplecticMap raw = start == null
                ? new GeneratingMap(
                        HamiltonianFit.of(key.fold(9), halved(data.train()).mixed(), HamiltonianFit.Plan.of(10))
                                .law()
                                .energy())
                : start.map();
        lab.progress(1, 3, "learning the baselines");
        List<Named> all = new ArrayList<>(List.of(new Named("", map::at)));
        all.addAll(baselines(generated));
        lab.progress(2, 3, "following the maps");
        Split split = Split.of(key.fold(4), data.train().mixed(), data.test().mixed(), Math.min(50, width()), null);
        return write(map, raw, net, generated, all, split);
    }

    /// The first half of the pairs.
    private static Pairs halved(Pairs pairs) {
        return part(pairs, 0, Math.max(1, pairs.count() / 2));
    }

    private static Pairs part(Pairs pairs, int from, int to) {
        int n = pairs.size();
        return new Pairs(
                pairs.half(),
                to - from,
                Arrays.copyOfRange(pairs.from(), from * n, to * n),
                Arrays.copyOfRange(pairs.to(), from * n, to * n),
                Arrays.copyOfRange(pairs.step(), from, to));
    }

    private int width() {
        return kind == LearnMap.Net.GENERATING && asked.width() > 0 ? asked.width() : width(data.train());
    }

    private static int width(Pairs pairs) {
        return Math.clamp(pairs.count() * pairs.size() / 2, 8, pairs.size() == 2 ? 150 : 400);
    }

    private ShearNet draw(Key own, LearnMap.Net net) {
        ShearNet.Kind kind = ShearNet.Kind.valueOf(net.name());
        int layers = asked.layers() > 0
                ? asked.layers()
                : switch (kind) {
                    case LA, HENON -> 3;
                    case G -> 5;
                    case P -> 4;
                    case LEAPFROG -> 1;
                };
        int usual = switch (kind) {
            case P -> 3;
            case HENON -> 5;
            case LA, G, LEAPFROG -> 30;
        };
        return ShearNet.draw(own, kind, data.train().half(), layers, asked.width() > 0 ? asked.width() : usual);
    }

    /// The best of some descents from different draws, by the pairs that train.
    private ShearNet fit(ShearNet start) {
        MapFit first = new MapFit(start, data.train());
        if (asked.by() == LearnMap.By.ADAM) {
            return first.adam(asked.steps(), asked.rate());
        }
        int tries = start.parameters() <= 60 ? STARTS : 1;
        ShearNet best = first.gaussNewton(asked.steps());
        for (int t = 1; t < tries && first.misfit(best) > 1e-28 && !lab.stopping(); t++) {
            ShearNet next = new MapFit(draw(key.fold(1).fold(t), kind), data.train()).gaussNewton(asked.steps());
            best = first.misfit(next) < first.misfit(best) ? next : best;
        }
        return best;
    }

    private List<Named> baselines(HamiltonianFit generated) {
        Rate.Written slope = truth(generated);
        FreeField free = FreeField.committee(key.fold(3), data.train().plain(), width(), null, 0);
        FreeField soft = FreeField.committee(key.fold(3), data.train().plain(), width(), slope, asked.penalty());
        return List.of(new Named("baseline", stepped(free)), new Named("penalty", stepped(soft)));
    }

    private Rate.Written truth(HamiltonianFit generated) {
        if (data.truth() != null) {
            return data.truth().ready().slope();
        }
        TanhSlope slopes = generated.law().energy().slopes();
        return (t, x, out) -> slopes.at(x, out);
    }

    private static BiFunction<double[], Double, double[]> stepped(FreeField field) {
        Rate.Written velocity = field.velocity();
        return (z, h) -> {
            double[] out = new double[z.length];
            velocity.at(0, z, out);
            Arrays.setAll(out, a -> z[a] + h * out[a]);
            return out;
        };
    }

    private double error(Named one) {
        Pairs test = data.test();
        int n = test.size();
        double sum = 0;
        for (int i = 0; i < test.count(); i++) {
            double[] z = one.step().apply(Arrays.copyOfRange(test.from(), i * n, (i + 1) * n), test.step()[i]);
            for (int a = 0; a < n; a++) {
                double off = z[a] - test.to()[i * n + a];
                sum += off * off;
            }
        }
        return sum / (test.count() * (double) n);
    }

    private double rollout(Named one) {
        double[] sd = data.train().plain().deviation();
        double sum = 0;
        long count = 0;
        for (Path path : data.held()) {
            double[] z = path.state(0);
            for (int i = 1; i < path.count(); i++) {
                z = one.step().apply(z, path.time()[i] - path.time()[i - 1]);
                double square = 0;
                for (int a = 0; a < sd.length; a++) {
                    double off = (z[a] - path.x()[i * sd.length + a]) / sd[a];
                    square += off * off / sd.length;
                }
                sum += square < 100 ? square : 100;
                count++;
            }
        }
        return Math.sqrt(sum / count);
    }

    private double[] random(Key own) {
        double[] mean = data.train().plain().mean();
        double[] sd = data.train().plain().deviation();
        double[] z = own.normals(mean.length);
        Arrays.setAll(z, a -> mean[a] + sd[a] * z[a]);
        return z;
    }

    /// Largest `|M' J M - J|` at 1000 random states, in units of `max(1, |M|^2)`.
    private double defect(SymplecticMap map) {
        double worst = 0;
        for (int i = 0; i < 1000; i++) {
            double[] z = random(key.fold(5).fold(i));
            double[] m = map.jacobian(z, data.train().step()[0]);
            double size = Arrays.stream(m).map(v -> v * v).sum();
            double defect = Contender.defect(m, z.length) / Math.max(1, size);
            worst = Double.isNaN(defect) ? worst : Math.max(worst, defect);
        }
        return worst;
    }

    private double inverse(SymplecticMap map) {
        double worst = 0;
        double h = data.train().step()[0];
        for (int i = 0; i < 1000; i++) {
            double[] z = random(key.fold(6).fold(i));
            double[] back = map.inverse(map.at(z, h), h);
            for (int a = 0; a < z.length; a++) {
                double off = Math.abs(back[a] - z[a]) / Math.max(1, Math.abs(z[a]));
                worst = Double.isNaN(off) ? worst : Math.max(worst, off);
            }
        }
        return worst;
    }

    private Report write(
            SymplecticMap map,
            SymplecticMap raw,
            @Nullable ShearNet net,
            HamiltonianFit generated,
            List<Named> all,
            Split split) {
        Report.Draft draft = lab.report(asked);
        double[] errors = all.stream().mapToDouble(this::error).toArray();
        double[] rollouts = all.stream()
                .mapToDouble(one -> data.held().isEmpty() ? Double.NaN : rollout(one))
                .toArray();
        MapPictures pictures = new MapPictures(data, all, LONG, generated.law().energy());
        draft.text("verdict", verdict(errors, rollouts, split));
        for (int c = 0; c < all.size(); c++) {
            String prefix = all.get(c).name().isEmpty() ? "" : all.get(c).name() + " ";
            draft.number(prefix + "test error", errors[c]);
            if (!Double.isNaN(rollouts[c])) {
                draft.number(prefix + "rollout error", rollouts[c]);
            }
            if (data.truth() != null) {
                draft.number(prefix + "energy error", pictures.energyError(c));
                draft.number(prefix + "long rollout error", pictures.longError(c));
            }
        }
        if (data.truth() != null) {
            draft.number("error growth exponent", pictures.growth());
        }
        draft.number("symplectic defect", defect(map));
        draft.number("untrained symplectic defect", defect(raw));
        draft.number("inverse defect", inverse(map));
        if (map instanceof GeneratingMap generating) {
            draft.number("Newton iterations", iterations(generating));
        }
        draft.number("parameters", net == null ? generated.freedom() : net.parameters());
        draft.add(Figure.Quantity.of("dissipation share", split.share(), split.error()));
        pictures.all().forEach(draft::add);
        StoredMap stored = new StoredMap(net, generated.law(), kind, data.names());
        draft.file("model/net.npz", stored.bytes()).file("model/meta.json", stored.meta(asked));
        if (!Double.isFinite(errors[0])) {
            return draft.ended(new Ending.Diverged(
                    "the generating function cannot be solved at the held-out states: the step is too large for this"
                            + " map",
                    0,
                    "the step of time"));
        }
        return draft.ended(new Ending.Converged("learned, followed, judged"));
    }

    private double iterations(GeneratingMap map) {
        return IntStream.range(0, 200)
                .map(i -> map.solve(random(key.fold(7).fold(i)), data.train().step()[0])
                        .iterations())
                .max()
                .orElse(0);
    }

    private String verdict(double[] errors, double[] rollouts, Split split) {
        String text = split.dissipative()
                ? "The data are not conservative: a symplectic map leaves " + percent(split.unexplained())
                        + " of what a step changes unexplained, and dissipation explains " + percent(split.share())
                        + " beyond it. What is learned below keeps phase space, the data do not."
                : "The data are conservative as far as steps can tell: a symplectic map leaves "
                        + percent(split.unexplained()) + " of what a step changes unexplained.";
        if (asked.net() == LearnMap.Net.AUTO) {
            text += kind == LearnMap.Net.G
                    ? " The map is made of G-shears: they foretold a quarter of the pairs better than a generating"
                            + " function."
                    : " The map is made by a generating function: it foretold a quarter of the pairs better than"
                            + " G-shears.";
        }
        text += " Mean square error of a step " + Rounding.number(errors[0], 3) + ", of a plain map "
                + Rounding.number(errors[1], 3) + ".";
        if (!Double.isNaN(rollouts[0])) {
            text += " Followed along held-out motions it stays within " + Rounding.number(rollouts[0], 3)
                    + " standard deviations (rms), the plain map within " + Rounding.number(rollouts[1], 3)
                    + ", with a penalty on the change of energy within " + Rounding.number(rollouts[2], 3) + ".";
        }
        return text;
    }

    private static String percent(double share) {
        return Math.abs(share) < 1e-10 ? "less than 1e-8 %" : Rounding.number(100 * share, 2) + " %";
    }
}
