package thalweg.array.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import thalweg.array.Program;
import thalweg.array.Source;
import thalweg.array.Step;

/// Where every value of a program lies: in a block register, in memory of one tile, or in memory of the whole call;
/// memory of values that are dead is used again.
final class Storage {
    /// The kind of place.
    enum Where {
        /// Only inside one fused draft.
        REGISTER,
        /// One tile of rows, for each frame.
        TILE,
        /// All of it.
        WHOLE,
        /// Given from outside: an input, a constant or a result.
        GIVEN,
        /// Nowhere: a repetition, or another name.
        NONE
    }

    /// A buffer: its length, kind of element, and whether every frame has its own.
    record Buffer(int length, boolean real, boolean own, boolean given) {}

    private final Program program;
    private final Schedule schedule;
    private final int tile;
    private final Where[] where;
    private final int[] buffer;
    private final int[] part;
    private final List<Buffer> buffers = new ArrayList<>();
    private final Map<Boolean, TreeMap<Integer, Deque<Integer>>> free = new HashMap<>();
    private final Map<Boolean, TreeMap<Integer, Deque<Integer>>> words = new HashMap<>();
    private final Step[] makers;

    /// @param tile rows of a tile
    Storage(Program program, Schedule schedule, int tile) {
        this.program = program;
        this.schedule = schedule;
        this.tile = tile;
        this.where = new Where[program.values()];
        this.buffer = new int[program.values()];
        this.part = new int[program.values()];
        this.makers = new Step[program.values()];
        for (Step step : program.steps()) {
            Arrays.fill(makers, step.first(), step.first() + step.types().size(), step);
        }
        Arrays.fill(where, Where.NONE);
        Arrays.fill(buffer, -1);
        Arrays.fill(part, -1);
        assign();
    }

    Where where(int value) {
        return where[schedule.root(value)];
    }

    /// The buffer of a value that has one.
    int buffer(int value) {
        return buffer[schedule.root(value)];
    }

    /// The buffer of a frame's share of a fold over rows.
    int part(int value) {
        return part[value];
    }

    /// A further buffer of a frame.
    int scratch(int length) {
        buffers.add(new Buffer(length, true, true, false));
        return buffers.size() - 1;
    }

    /// A further buffer that all frames see.
    int shared(int length) {
        buffers.add(new Buffer(length, true, false, false));
        return buffers.size() - 1;
    }

    List<Buffer> buffers() {
        return buffers;
    }

    private void assign() {
        int values = program.values();
        int[] sectionOf = new int[values];
        int[] draftOf = new int[values];
        int[] last = new int[values];
        boolean[] outside = new boolean[values];
        boolean[] beyond = new boolean[values];
        Arrays.fill(sectionOf, -1);
        Arrays.fill(draftOf, -1);
        Arrays.fill(last, -1);
        int draft = 0;
        for (int s = 0; s < schedule.sections().size(); s++) {
            Section section = schedule.sections().get(s);
            int end = draft + section.drafts().size() - 1;
            for (Section.Draft piece : section.drafts()) {
                for (Step step : piece.steps()) {
                    for (int operand : step.operands()) {
                        int read = read(operand);
                        outside[read] |= draftOf[read] != draft;
                        beyond[read] |= sectionOf[read] != s;
                        last[read] = section.n() > 0 && sectionOf[read] != s ? end : draft;
                    }
                    for (int r = 0; r < step.types().size(); r++) {
                        sectionOf[step.first() + r] = s;
                        draftOf[step.first() + r] = draft;
                        last[step.first() + r] = Math.max(last[step.first() + r], draft);
                    }
                }
                draft++;
            }
        }
        given();
        allocate(last, outside, beyond);
    }

    /// The value that is read for an operand: repetitions read what they repeat.
    int read(int operand) {
        int value = operand;
        if (schedule.virtual(value)) {
            value = makers[value].operand(0);
        }
        return schedule.root(value);
    }

    private void given() {
        for (int i = 0; i < program.inputs().size(); i++) {
            give(i);
        }
        for (Step step : program.steps()) {
            if (step.op() instanceof Source.Constant) {
                give(step.first());
            }
        }
        for (int r = 0; r < program.results(); r++) {
            int value = schedule.root(program.output(r));
            if (where[value] == Where.NONE) {
                give(value);
            }
        }
    }

    private void give(int value) {
        where[value] = Where.GIVEN;
        buffer[value] = buffers.size();
        buffers.add(new Buffer(
                program.type(value).shape().count(), program.type(value).isReal(), false, true));
    }

    private void allocate(int[] last, boolean[] outside, boolean[] beyond) {
        int draft = 0;
        List<List<Integer>> dying = new ArrayList<>();
        int drafts =
                schedule.sections().stream().mapToInt(s -> s.drafts().size()).sum();
        for (int d = 0; d <= drafts; d++) {
            dying.add(new ArrayList<>());
        }
        for (Section section : schedule.sections()) {
            int end = draft + section.drafts().size() - 1;
            for (Section.Draft piece : section.drafts()) {
                for (Step step : piece.steps()) {
                    for (int r = 0; r < step.types().size(); r++) {
                        int value = step.first() + r;
                        boolean tiled = section.n() > 0;
                        int count = program.type(value).shape().count();
                        boolean real = program.type(value).isReal();
                        if (piece.partial()) {
                            part[value] = take(new Buffer(count, real, true, false), false);
                        }
                        if (where[value] == Where.GIVEN) {
                            continue;
                        }
                        if (!outside[value] && piece.kind() != Section.Draft.Kind.SINGLE) {
                            where[value] = Where.REGISTER;
                            continue;
                        }
                        boolean own = tiled && !piece.partial() && !beyond[value];
                        where[value] = own ? Where.TILE : Where.WHOLE;
                        int length = own ? count / section.n() * tile : count;
                        buffer[value] = take(new Buffer(length, real, own, false), !tiled || own);
                        int dies = own || !tiled ? last[value] : Math.max(last[value], end);
                        dying.get(dies).add(value);
                    }
                }
                for (int value : dying.get(draft)) {
                    Buffer dead = buffers.get(buffer[value]);
                    pool(dead)
                            .computeIfAbsent(dead.length(), k -> new ArrayDeque<>())
                            .push(buffer[value]);
                }
                draft++;
            }
        }
    }

    /// @param again whether memory of dead values may be used: not inside a tiled section for what all frames share
    private int take(Buffer wanted, boolean again) {
        Map.Entry<Integer, Deque<Integer>> fitting = again ? pool(wanted).ceilingEntry(wanted.length()) : null;
        if (fitting != null && fitting.getKey() <= 2L * wanted.length()) {
            int buffer = fitting.getValue().pop();
            if (fitting.getValue().isEmpty()) {
                pool(wanted).remove(fitting.getKey());
            }
            return buffer;
        }
        buffers.add(wanted);
        return buffers.size() - 1;
    }

    private NavigableMap<Integer, Deque<Integer>> pool(Buffer like) {
        if (!like.real()) {
            return words.computeIfAbsent(like.own(), k -> new TreeMap<>());
        }
        return free.computeIfAbsent(like.own(), k -> new TreeMap<>());
    }
}
