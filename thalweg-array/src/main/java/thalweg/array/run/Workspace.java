package thalweg.array.run;

import java.util.ArrayList;
import java.util.List;
import thalweg.array.Misuse;
import thalweg.array.Source;
import thalweg.array.Step;
import thalweg.array.Tensor;
import thalweg.array.Type;

/// The memory of one caller of a plan; not for two threads at once.
final class Workspace {
    private final Plan plan;
    private final Frame[] frames;

    Workspace(Plan plan) {
        this.plan = plan;
        long limit = Runtime.getRuntime().maxMemory();
        if (plan.bytes() > limit) {
            throw new Misuse(
                    "a plan that needs " + plan.bytes() / (1 << 20) + " MiB",
                    "at most the heap of " + limit / (1 << 20) + " MiB",
                    "cut the batch, or give the JVM more with -Xmx");
        }
        this.frames = new Frame[plan.frames()];
        List<Storage.Buffer> buffers = plan.buffers();
        Workspace[] children = plan.bodies().stream().map(Workspace::ofBody).toArray(Workspace[]::new);
        for (int f = 0; f < frames.length; f++) {
            double[][] reals = new double[buffers.size()][];
            long[][] words = new long[buffers.size()][];
            for (int b = 0; b < reals.length; b++) {
                Storage.Buffer buffer = buffers.get(b);
                boolean mine = buffer.own() || f == 0;
                int length = buffer.given() ? 0 : buffer.length();
                reals[b] = !buffer.real() ? new double[0] : mine ? new double[length] : frames[0].reals[b];
                words[b] = buffer.real() ? new long[0] : mine ? new long[length] : frames[0].words[b];
            }
            frames[f] = new Frame(reals, words, new double[plan.registers()][Fused.BLOCK], children);
        }
        for (Step step : plan.constants()) {
            if (step.op() instanceof Source.Constant(Tensor value)) {
                give(plan.constant(step), value);
            }
        }
    }

    /// A workspace that owns its inputs and results as well.
    private static Workspace ofBody(Plan plan) {
        Workspace work = new Workspace(plan);
        for (int i = 0; i < plan.program().inputs().size(); i++) {
            work.give(plan.input(i), zeros(plan.program().type(i)));
        }
        for (int r = 0; r < plan.program().results(); r++) {
            int buffer = plan.result(r);
            if (work.isOpen(buffer, plan.program().type(plan.program().output(r)))) {
                work.give(buffer, zeros(plan.program().type(plan.program().output(r))));
            }
        }
        return work;
    }

    private boolean isOpen(int buffer, Type type) {
        int length = type.isReal() ? frames[0].reals[buffer].length : frames[0].words[buffer].length;
        return length < type.shape().count();
    }

    private static Tensor zeros(Type type) {
        int n = type.shape().count();
        return type.isReal() ? Tensor.wrap(new double[n], type.shape()) : Tensor.wrap(new long[n], type.shape());
    }

    double[] inputReals(int i) {
        return frames[0].reals[plan.input(i)];
    }

    long[] inputWords(int i) {
        return frames[0].words[plan.input(i)];
    }

    double[] resultReals(int r) {
        return frames[0].reals[plan.result(r)];
    }

    long[] resultWords(int r) {
        return frames[0].words[plan.result(r)];
    }

    /// Fresh results on these arguments.
    List<Tensor> on(List<Tensor> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            give(plan.input(i), arguments.get(i));
        }
        int results = plan.program().results();
        List<Tensor> fresh = new ArrayList<>();
        for (int r = 0; r < results; r++) {
            Type type = plan.program().type(plan.program().output(r));
            fresh.add(zeros(type));
            if (plan.isMade(r)) {
                give(plan.result(r), fresh.get(r));
            }
        }
        run();
        for (int r = 0; r < results; r++) {
            if (!plan.isMade(r)) {
                copy(r, fresh.get(r));
            }
        }
        return fresh;
    }

    /// Results into given arrays; all inputs and results are F64.
    void on(double[][] in, double[][] out) {
        for (int i = 0; i < in.length; i++) {
            give(plan.input(i), in[i]);
        }
        for (int r = 0; r < out.length; r++) {
            if (plan.isMade(r)) {
                give(plan.result(r), out[r]);
            }
        }
        run();
        for (int r = 0; r < out.length; r++) {
            if (!plan.isMade(r)) {
                System.arraycopy(frames[0].reals[plan.result(r)], 0, out[r], 0, out[r].length);
            }
        }
    }

    private void copy(int r, Tensor to) {
        if (to.type().isReal()) {
            System.arraycopy(frames[0].reals[plan.result(r)], 0, to.reals(), 0, to.count());
        } else {
            System.arraycopy(frames[0].words[plan.result(r)], 0, to.wholes(), 0, to.count());
        }
    }

    private void give(int buffer, Tensor value) {
        if (value.type().isReal()) {
            give(buffer, value.reals());
        } else {
            for (Frame frame : frames) {
                frame.words[buffer] = value.wholes();
            }
        }
    }

    private void give(int buffer, double[] values) {
        for (Frame frame : frames) {
            frame.reals[buffer] = values;
        }
    }

    /// Runs every phase on what has been given.
    void run() {
        for (int p = 0; p < plan.phases().size(); p++) {
            Plan.Phase phase = plan.phases().get(p);
            if (phase.n() == 0) {
                Frame frame = frames[0];
                frame.from = 0;
                frame.rows = 1;
                frame.first = true;
                phase.run(frame);
                continue;
            }
            if (phase.groups() == 1 || Threads.COUNT == 1) {
                for (int g = 0; g < phase.groups(); g++) {
                    tiles(phase, g);
                }
            } else {
                Threads.run(phase.groups(), group -> tiles(phase, group));
            }
            for (int m = 0; m < phase.merges().size(); m++) {
                merge(phase.merges().get(m), phase);
            }
        }
    }

    private void tiles(Plan.Phase phase, int group) {
        Frame frame = frames[group];
        frame.first = true;
        for (int t = group * phase.each(); t < Math.min((group + 1) * phase.each(), phase.tiles()); t++) {
            frame.from = t * phase.tileRows();
            frame.rows = Math.min(phase.tileRows(), phase.n() - frame.from);
            phase.run(frame);
            frame.first = false;
        }
    }

    private void merge(Plan.Merge merge, Plan.Phase phase) {
        double[] whole = frames[0].reals[merge.whole()];
        System.arraycopy(frames[0].reals[merge.part()], 0, whole, 0, merge.count());
        for (int g = 1; g < phase.groups() && g * phase.each() < phase.tiles(); g++) {
            Fold.combine(merge.kind(), frames[g].reals[merge.part()], whole, merge.count());
        }
    }
}
