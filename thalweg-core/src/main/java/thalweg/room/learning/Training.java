package thalweg.room.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import thalweg.flow.Run;
import thalweg.flow.Trajectory;
import thalweg.flow.descent.Adam;
import thalweg.landscape.Minibatch;
import thalweg.landscape.Source;
import thalweg.model.Mlp;
import thalweg.study.Axis;
import thalweg.study.Figure;
import thalweg.study.Lab;
import thalweg.study.Layer;
import thalweg.study.Report;
import thalweg.study.Rounding;

/// One training run: minibatches, Adam, and a look at the rows held out after every epoch.
final class Training {
    private final TrainNetwork asked;
    private final Examples examples;
    private final Lab lab;
    private final Judge judge;
    private @Nullable Look latest;

    /// What was seen of a network on both halves of the table.
    private record Look(Mlp net, Judge.Verdict train, Judge.Verdict test) {}

    Training(TrainNetwork asked, Examples examples, Lab lab) {
        this.asked = asked;
        this.examples = examples;
        this.lab = lab;
        this.judge = new Judge(examples.classes().isEmpty());
    }

    Report run() {
        int[] sizes = IntStream.concat(
                        IntStream.concat(
                                IntStream.of(examples.inputs().size()),
                                asked.hidden().stream().mapToInt(w -> w)),
                        IntStream.of(examples.train().target().size(1)))
                .toArray();
        Mlp start = Mlp.draw(lab.key().fold(2), sizes);
        int batch = Math.min(asked.batch(), examples.train().count());
        long epoch = (examples.train().count() + batch - 1L) / batch;
        Source<Mlp, Minibatch.Deck> slopes =
                Source.minibatch((net, rows) -> judge.loss(net.at(rows.x()), rows.target()), examples.train(), batch);
        Run<Mlp, ?> run = Run.of(
                        new Adam(asked.rate()).on(slopes), start, lab.key().fold(3))
                .every(epoch)
                .withoutPlaces()
                .observe("training", net -> look(net).train.loss())
                .observe("held out", net -> look(net).test.loss())
                .watch(epoch, glance -> say(glance.step() / epoch));
        return report(lab.steps("training", run, asked.epochs() * epoch), start.size());
    }

    /// Measures a network on both halves, once.
    private Look look(Mlp net) {
        if (latest == null || !latest.net.equals(net)) {
            latest = new Look(net, judge.of(net, examples.train()), judge.of(net, examples.test()));
        }
        return latest;
    }

    private void say(long epoch) {
        if (latest != null) {
            lab.progress(
                    epoch,
                    asked.epochs(),
                    "training",
                    Figure.Quantity.of("loss", latest.train.loss()),
                    Figure.Quantity.of("test loss", latest.test.loss()),
                    Figure.Quantity.of(judge.scoreName(), latest.test.score()));
        }
    }

    private Report report(Trajectory<Mlp> path, int parameters) {
        Mlp net = path.last();
        Judge.Verdict train = look(net).train;
        Judge.Verdict test = look(net).test;
        boolean classify = !examples.classes().isEmpty();
        int held = examples.test().count();
        Report.Draft draft = lab.report(asked);
        draft.text(
                "verdict",
                classify
                        ? Rounding.number(100 * test.score(), 3) + " % of " + held
                                + " rows held out are classified right, after " + (path.steps().length - 1)
                                + " epochs over "
                                + examples.train().count() + " rows."
                        : "On " + held + " rows held out the network explains " + Rounding.number(100 * test.score(), 3)
                                + " % of the variance of " + asked.wanted() + ".");
        double error = classify ? Math.sqrt(test.score() * (1 - test.score()) / held) : Double.NaN;
        draft.add(
                classify
                        ? new Figure.Quantity("test accuracy", test.score(), error, "sampling", "", null)
                        : Figure.Quantity.of("test R2", test.score()));
        draft.number("test loss", test.loss()).number("train loss", train.loss());
        draft.number(classify ? "train accuracy" : "train R2", train.score());
        draft.number("parameters", parameters);
        draft.add(losses(path));
        if (classify) {
            draft.add(confusion(net));
        }
        Trained trained = new Trained(net, examples.scaling(), examples.inputs(), examples.classes());
        draft.file("model/net.npz", trained.bytes()).file("model/meta.json", trained.meta(asked));
        return draft.ended(path.ending());
    }

    private Figure.Picture losses(Trajectory<Mlp> path) {
        double[] epoch =
                IntStream.range(0, path.steps().length).asDoubleStream().toArray();
        return new Figure.Picture(
                "loss",
                "Loss against epochs",
                judge.lossName()
                        + " on the training rows and on the rows held out, after each pass over the training rows.",
                Axis.linear("epoch", ""),
                Axis.log(judge.lossName(), ""),
                List.of(
                        new Layer.Line("training", Layer.Ink.MODEL, epoch, path.of("training")),
                        new Layer.Line("held out", Layer.Ink.SECOND, epoch, path.of("held out"))));
    }

    private Figure.Table confusion(Mlp net) {
        int classes = examples.classes().size();
        long[][] count = new long[classes][classes];
        int[] said = judge.choices(net.at(examples.test().x()));
        int[] true_ = judge.choices(examples.test().target());
        for (int i = 0; i < said.length; i++) {
            count[true_[i]][said[i]]++;
        }
        List<String> headings = new ArrayList<>(List.of("is \\ called"));
        headings.addAll(examples.classes());
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int c = 0; c < classes; c++) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(examples.classes().get(c));
            Arrays.stream(count[c]).forEach(row::add);
            rows.add(row);
        }
        return Figure.Table.of("confusion", headings, rows);
    }
}
