package thalweg.array.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import thalweg.array.Misuse;
import thalweg.array.Source;
import thalweg.array.Step;
import thalweg.array.Tensor;
import thalweg.array.Type;

/// The memory of one caller of a plan; not for two threads at once.
final class Workspace {
    /// Numbers that are worth another thread.
    private static final int WORTH = 16_384;

    private static final Plan.Phase NOTHING = new Plan.Phase(0, 1, 1, List.of(), List.of());
    private static final Shared IDLE = new Fused(new Extent(false, 0), 1, List.of());

    private final Plan plan;
    private final Frame[] frames;
    /// For the buffer of a whole fold, the buffer of its parts; -1 for other buffers.
    private final int[] parts;
    private Plan.Phase phase;
    private Shared shared = IDLE;
    private final IntConsumer tiles = this::tiles;
    private final IntConsumer merges = this::merge;
    private final IntConsumer pieces = this::piece;

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
        this.phase = plan.phases().isEmpty() ? NOTHING : plan.phases().get(0);
        this.parts = new int[buffers.size()];
        Arrays.fill(parts, -1);
        plan.phases().forEach(p -> p.merges().forEach(merge -> parts[merge.whole()] = merge.part()));
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
        for (int b = 0; b < parts.length; b++) {
            if (parts[b] >= 0) {
                frames[0].reals[parts[b]] = frames[0].reals[b];
            }
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
        if (parts[buffer] >= 0) {
            frames[0].reals[parts[buffer]] = values;
        }
    }

    /// Runs every phase on what has been given.
    void run() {
        for (int p = 0; p < plan.phases().size(); p++) {
            phase = plan.phases().get(p);
            if (phase.n() == 0) {
                once();
                continue;
            }
            Threads.run(phase.groups(), tiles);
            if (phase.groups() > 1) {
                Threads.run(phase.merged() < WORTH ? 1 : Plan.GROUPS, merges);
            }
        }
    }

    private void once() {
        List<Instruction> code = phase.code();
        for (Frame frame : frames) {
            frame.from = 0;
            frame.rows = 1;
            frame.first = true;
        }
        for (int i = 0; i < code.size(); i++) {
            Instruction instruction = code.get(i);
            if (instruction instanceof Shared wide && wide.pieces() > 1) {
                shared = wide;
                Threads.run(wide.pieces(), pieces);
                wide.join(frames[0]);
            } else {
                instruction.run(frames[0]);
            }
        }
    }

    private void piece(int piece) {
        shared.piece(frames[piece], piece);
    }

    private void tiles(int group) {
        Frame frame = frames[group];
        frame.first = true;
        for (int t = group * phase.each(); t < Math.min((group + 1) * phase.each(), phase.tiles()); t++) {
            frame.from = t * phase.tileRows();
            frame.rows = Math.min(phase.tileRows(), phase.n() - frame.from);
            phase.run(frame);
            frame.first = false;
        }
    }

    /// Adds a piece of the other groups' parts to those of the first, which lie in the whole already.
    private void merge(int piece) {
        int count = phase.merged() < WORTH ? 1 : Plan.GROUPS;
        for (int m = 0; m < phase.merges().size(); m++) {
            Plan.Merge merge = phase.merges().get(m);
            int from = (int) ((long) merge.count() * piece / count);
            int end = (int) ((long) merge.count() * (piece + 1) / count);
            double[] whole = frames[0].reals[merge.whole()];
            for (int g = 1; g < phase.groups() && g * phase.each() < phase.tiles(); g++) {
                Fold.combine(merge.kind(), frames[g].reals[merge.part()], whole, from, end - from);
            }
        }
    }
}
