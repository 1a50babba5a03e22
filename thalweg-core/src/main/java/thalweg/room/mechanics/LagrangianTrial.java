package thalweg.room.mechanics;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import thalweg.array.Key;
import thalweg.array.store.Npz;
import thalweg.flow.Ending;
import thalweg.flow.Rate;
import thalweg.room.mechanics.field.Contender;
import thalweg.room.mechanics.field.FreeField;
import thalweg.room.mechanics.field.Judgement;
import thalweg.room.mechanics.field.Path;
import thalweg.room.mechanics.field.Rollout;
import thalweg.room.mechanics.field.Samples;
import thalweg.room.mechanics.field.Smoothing;
import thalweg.room.mechanics.lagrange.Lagrangian;
import thalweg.room.mechanics.lagrange.LagrangianFit;
import thalweg.study.Axis;
import thalweg.study.Figure;
import thalweg.study.Lab;
import thalweg.study.Layer;
import thalweg.study.Report;
import thalweg.study.Rounding;
import thalweg.study.page.Json;
import thalweg.study.page.ReportJson;
import thalweg.study.page.Version;

/// One run of `learn lagrangian`: the law, its two baselines, and the judgement of all three.
record LagrangianTrial(LearnLagrangian asked, MotionQuestion.Answer data, Lab lab, AtomicLong guarded) {
    private static final String[] NAMES = {"learned", "plain", "plain, penalised"};
    private static final Layer.Ink[] INKS = {Layer.Ink.MODEL, Layer.Ink.SECOND, Layer.Ink.THIRD};

    Report report() {
        Key key = lab.key().fold(2);
        Samples train = data.train();
        Samples test = data.test();
        if (train == null || test == null) {
            Smoothing smoothing = Smoothing.best(data.learned());
            train = smoothing.samples(data.learned());
            test = smoothing.samples(data.held().isEmpty() ? data.learned() : data.held());
        }
        int width = asked.ridges(train.count() * train.half(), train.size());
        Lagrangian law = LagrangianFit.of(key.fold(0), train, width);
        Rate.Written slope = slope(law);
        FreeField free = FreeField.committee(key.fold(3), train, width, null, 0);
        FreeField soft = FreeField.committee(key.fold(3), train, width, slope, asked.penalty());
        List<Contender> all = List.of(
                new Contender("", law.velocity(guarded), x -> x),
                new Contender("baseline", free.velocity(), free::jacobian),
                new Contender("penalty", soft.velocity(), soft::jacobian));
        return write(law, all, train, test);
    }

    /// The slope of the learned energy, by differences: it only directs the penalty.
    private static Rate.Written slope(Lagrangian law) {
        return (t, x, out) -> {
            double[] moved = x.clone();
            for (int a = 0; a < x.length; a++) {
                double h = 1e-5 * Math.max(1, Math.abs(x[a]));
                moved[a] = x[a] + h;
                double up = law.height(moved);
                moved[a] = x[a] - h;
                out[a] = (up - law.height(moved)) / (2 * h);
                moved[a] = x[a];
            }
        };
    }

    private static double error(Contender one, Samples test) {
        int n = test.size();
        double[] out = new double[n];
        double sum = 0;
        for (int i = 0; i < test.count(); i++) {
            one.velocity().at(0, test.state(i), out);
            for (int c = n / 2; c < n; c++) {
                double off = out[c] - test.slope()[i * n + c];
                sum += off * off;
            }
        }
        return sum / (test.count() * (n / 2.0));
    }

    private Report write(Lagrangian law, List<Contender> all, Samples train, Samples test) {
        Report.Draft draft = lab.report(asked);
        double[] errors = all.stream().mapToDouble(c -> error(c, test)).toArray();
        double variance = 0;
        double[] sd = test.slopeDeviation();
        for (int c = test.half(); c < test.size(); c++) {
            variance += sd[c] * sd[c] / test.half();
        }
        double[] rollouts = all.stream()
                .mapToDouble(
                        c -> data.held().isEmpty() ? Double.NaN : Judgement.rollout(c, data.held(), train.deviation()))
                .toArray();
        double left = errors[0] / variance;
        boolean follows = left < 0.05 || left < 3 * errors[1] / variance;
        String text = follows
                ? "The data follow a Lagrangian, so they are conservative: it leaves " + percent(left)
                        + " of the variance of accelerations unexplained on rows held out, a free field "
                        + percent(errors[1] / variance) + "."
                : "The data do not follow a Lagrangian of these coordinates: it leaves " + percent(left)
                        + " of the variance of accelerations unexplained, a free field " + percent(errors[1] / variance)
                        + ": they are not conservative, or a coordinate is missing.";
        boolean lossy = left > 1e-6 && errors[1] < 0.1 * errors[0];
        if (lossy && follows) {
            text = "The data are not conservative: a free field leaves " + percent(errors[1] / variance)
                    + " of the variance of accelerations unexplained, the best Lagrangian " + percent(left) + ".";
        }
        if (!Double.isNaN(rollouts[0])) {
            text += " Rolled out along held-out motions it stays within " + Rounding.number(rollouts[0], 3)
                    + " standard deviations (rms); without structure within " + Rounding.number(rollouts[1], 3)
                    + ", with a penalty on the change of energy within " + Rounding.number(rollouts[2], 3) + ".";
        }
        draft.text("verdict", text);
        for (int c = 0; c < all.size(); c++) {
            String prefix = all.get(c).name().isEmpty() ? "" : all.get(c).name() + " ";
            draft.number(prefix + "test error", errors[c]);
            if (!Double.isNaN(rollouts[c])) {
                draft.number(prefix + "rollout error", rollouts[c]);
            }
        }
        draft.number("unexplained share", left);
        draft.number("mended mass matrices", (double) guarded.get());
        draft.number("ridges", law.energy().count());
        draft.add(energy(law, all, train));
        if (guarded.get() > 0) {
            draft.warn("The learned mass matrix was not positive definite at " + guarded.get()
                    + " of the states it was asked at: a multiple of the unit was added there.");
        }
        draft.file("model/net.npz", bytes(law)).file("model/meta.json", meta());
        return draft.ended(new Ending.Converged("learned, rolled out, judged"));
    }

    private static String percent(double share) {
        return share < 1e-10 ? "less than 1e-8 %" : Rounding.number(100 * share, 2) + " %";
    }

    private Figure.Picture energy(Lagrangian law, List<Contender> all, Samples train) {
        List<Layer> layers = new ArrayList<>();
        boolean paths = !data.held().isEmpty();
        Path path = paths ? data.held().getFirst() : new Path("", new double[] {0}, train.state(0));
        double span = path.count() < 2 ? 10 : path.time()[path.count() - 1] - path.time()[0];
        double[] times = Rollout.times(5 * span, 201);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < train.count(); i++) {
            double h = law.height(train.state(i));
            low = Math.min(low, h);
            high = Math.max(high, h);
        }
        for (int c = all.size() - 1; c >= 0; c--) {
            double[][] states = Rollout.states(all.get(c).velocity(), path.state(0), times, 1e-9);
            double begin = law.height(states[0]);
            double most = high - low;
            double[] gain = Arrays.stream(states)
                    .mapToDouble(law::height)
                    .map(h -> Math.abs(h - begin) < most ? h - begin : Double.NaN)
                    .toArray();
            layers.add(new Layer.Line(NAMES[c], INKS[c], times, gain));
        }
        return new Figure.Picture(
                "energy",
                "Energy gained along a rollout",
                "The learned energy v dL/dv - L along rollouts from one held-out start: of the Lagrangian, of a plain"
                        + " field, and of a plain field whose change of energy was penalised.",
                Axis.linear("time", ""),
                Axis.linear("E - E(start)", ""),
                layers);
    }

    private static byte[] bytes(Lagrangian law) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Npz.write(bytes, law);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] meta() {
        Map<String, @Nullable Object> meta = new LinkedHashMap<>();
        meta.put("model", "thalweg.room.mechanics.lagrange.Lagrangian");
        meta.put("inputs", asked.names());
        meta.put("knobs", ReportJson.experiment(asked, false));
        meta.put("version", Version.TEXT);
        return Json.text(meta).getBytes(StandardCharsets.UTF_8);
    }
}
