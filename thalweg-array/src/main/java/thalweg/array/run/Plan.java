package thalweg.array.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import thalweg.array.Program;
import thalweg.array.Reduction;
import thalweg.array.Source;
import thalweg.array.Step;
import thalweg.array.Tensor;
import thalweg.array.transform.Simplify;

/// A program made ready to run: instructions in order, and the buffers they need.
///
/// Immutable and shared; what changes lies in a [Workspace]. How rows are cut into tiles, and tiles into groups whose
/// folds are added in order, follows from shapes alone, so the bits do not depend on the number of threads.
public final class Plan {
    /// Numbers of the widest value in a tile.
    private static final int TILE = 16_384;

    private static final int ROWS = 128;
    /// Numbers of the widest value, and rows, that are worth another thread.
    private static final int SHARE = 1536;
    private static final int FEWEST = 48;
    /// The most pieces that run side by side.
    static final int GROUPS = 4;

    /// One section with its instructions and its cut.
    record Phase(int n, int tileRows, int groups, List<Instruction> code, List<Merge> merges) {
        void run(Frame frame) {
            for (int i = 0; i < code.size(); i++) {
                code.get(i).run(frame);
            }
        }

        int tiles() {
            return (n + tileRows - 1) / tileRows;
        }

        /// The most pieces of an instruction outside the tiles.
        int pieces() {
            int most = 1;
            for (Instruction instruction : code) {
                most = Math.max(most, instruction instanceof Shared shared && n == 0 ? shared.pieces() : 1);
            }
            return most;
        }

        /// Numbers that are folded together when the tiles are done.
        int merged() {
            return merges.stream().mapToInt(Merge::count).sum();
        }

        /// Tiles of a group.
        int each() {
            return (tiles() + groups - 1) / groups;
        }
    }

    /// A fold over rows whose parts are added into the whole.
    record Merge(Fold.Kind kind, int part, int whole, int count) {}

    private final Program program;
    private final List<Phase> phases = new ArrayList<>();
    private final Storage storage;
    private final Schedule schedule;
    private final List<Plan> bodies;
    private final int registers;
    private final int frames;
    private final boolean[] made;

    private Plan(Program program) {
        this.program = program;
        this.schedule = new Schedule(program);
        int tileRows = tileRows();
        this.storage = new Storage(program, schedule, tileRows);
        List<Program> inner = new ArrayList<>();
        Emit emit = new Emit(program, schedule, storage, inner);
        int most = 1;
        for (Section section : schedule.sections()) {
            int tiles = section.n() == 0 ? 1 : (section.n() + tileRows - 1) / tileRows;
            int groups = Math.min(tiles, GROUPS);
            Phase phase = new Phase(section.n(), tileRows, groups, emit.section(section), merges(section));
            most = Math.max(most, Math.max(groups, phase.pieces()));
            phases.add(phase);
        }
        this.frames = most;
        this.registers = emit.registers();
        this.bodies = inner.stream().map(body -> raw(Lower.apart(body))).toList();
        this.made = made();
    }

    /// The plan of a program, simplified first.
    public static Plan of(Program program) {
        return raw(Lower.of(Simplify.forRun(program)));
    }

    private static Plan raw(Program program) {
        return new Plan(Lower.of(program));
    }

    /// The program as it runs.
    public Program program() {
        return program;
    }

    /// Bytes of a workspace, without what is given to it.
    public long bytes() {
        long bytes = 8L * registers * Fused.BLOCK * frames;
        for (Storage.Buffer buffer : storage.buffers()) {
            bytes += buffer.given() ? 0 : 8L * buffer.length() * (buffer.own() ? frames : 1);
        }
        for (Plan body : bodies) {
            bytes += body.bytes();
        }
        return bytes;
    }

    /// What runs, a line an instruction, for people who look for the time.
    public String describe() {
        StringBuilder text = new StringBuilder();
        for (Phase phase : phases) {
            text.append(
                    phase.n() == 0
                            ? "once:\n"
                            : "rows " + phase.n() + " by " + phase.tileRows() + " in " + phase.groups() + " groups:\n");
            phase.code()
                    .forEach(
                            instruction -> text.append("  ").append(instruction).append('\n'));
        }
        return text.toString();
    }

    /// Results on these arguments, in a workspace of its own.
    public List<Tensor> on(List<Tensor> arguments) {
        return new Workspace(this).on(arguments);
    }

    List<Phase> phases() {
        return phases;
    }

    List<Storage.Buffer> buffers() {
        return storage.buffers();
    }

    List<Plan> bodies() {
        return bodies;
    }

    /// Whether a result has a buffer of its own: it is no input, no constant, and no earlier result again.
    boolean isMade(int r) {
        return made[r];
    }

    private boolean[] made() {
        Set<Integer> taken = new HashSet<>();
        for (int i = 0; i < program.inputs().size(); i++) {
            taken.add(input(i));
        }
        constants().forEach(step -> taken.add(constant(step)));
        boolean[] own = new boolean[program.results()];
        for (int r = 0; r < own.length; r++) {
            own[r] = taken.add(result(r));
        }
        return own;
    }

    int registers() {
        return registers;
    }

    int frames() {
        return frames;
    }

    /// The buffer of an input.
    int input(int i) {
        return storage.buffer(i);
    }

    /// The buffer of a result.
    int result(int r) {
        return storage.buffer(program.output(r));
    }

    /// Buffers and numbers of the constants.
    List<Step> constants() {
        return program.steps().stream()
                .filter(step -> step.op() instanceof Source.Constant)
                .toList();
    }

    int constant(Step step) {
        return storage.buffer(step.first());
    }

    private int tileRows() {
        int n = 0;
        int widest = 1;
        for (Section section : schedule.sections()) {
            if (section.n() > 0) {
                n = section.n();
                for (Section.Draft draft : section.drafts()) {
                    for (Step step : draft.steps()) {
                        if (!draft.partial()) {
                            widest = Math.max(widest, step.type().shape().count() / n);
                        }
                    }
                }
            }
        }
        if (n == 0) {
            return 1;
        }
        int rows = Math.max(ROWS, TILE / widest);
        int tiles = (n + rows - 1) / rows;
        long few = Math.min((long) n * widest / SHARE, n / FEWEST);
        tiles = Math.max(tiles, (int) Long.highestOneBit(Math.clamp(few, 1, GROUPS)));
        int even = tiles <= 2 ? tiles : (tiles + GROUPS - 1) / GROUPS * GROUPS;
        return (n + even - 1) / even;
    }

    private List<Merge> merges(Section section) {
        List<Merge> merges = new ArrayList<>();
        for (Section.Draft draft : section.drafts()) {
            if (draft.partial()) {
                Step step = draft.steps().get(0);
                boolean greatest = step.op() instanceof Reduction.Greatest;
                merges.add(new Merge(
                        greatest ? Fold.Kind.GREATEST : Fold.Kind.SUM,
                        storage.part(step.first()),
                        storage.buffer(step.first()),
                        step.type().shape().count()));
            }
        }
        return merges;
    }
}
