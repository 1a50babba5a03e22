package thalweg.array.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import thalweg.array.Contract;
import thalweg.array.Identity;
import thalweg.array.Move;
import thalweg.array.Pointwise;
import thalweg.array.Program;
import thalweg.array.Shape;
import thalweg.array.Source;
import thalweg.array.Step;

/// The order of a program's work: which steps are fused, and which run tile by tile over the rows of a batch.
final class Schedule {
    private static final int FEWEST_ROWS = 16;
    private static final int WORTH = 2048;
    private static final int STRAIGHT = 6000;
    /// Multiplications of a product that take as long as another operation.
    private static final int PRODUCTS = 8;

    private final Program program;
    private final int n;
    private final Rows.Part[] parts;
    private final int[] root;
    private final boolean[] virtual;
    private final List<Section> sections = new ArrayList<>();

    Schedule(Program program) {
        this.program = program;
        this.n = batch(program);
        this.parts = new Rows.Part[program.values()];
        this.root = new int[program.values()];
        Arrays.fill(parts, Rows.Part.ABSENT);
        Arrays.setAll(root, v -> v);
        Arrays.fill(parts, 0, program.inputs().size(), Rows.Part.BEFORE);
        this.virtual = Spread.virtual(program);
        run();
    }

    List<Section> sections() {
        return sections;
    }

    /// The value whose buffer a value shares: reshaping and naming move nothing.
    int root(int value) {
        return root[value];
    }

    /// Whether a value is a repetition that is never stored: its readers spread the operand over their blocks.
    boolean virtual(int value) {
        return virtual[value];
    }

    /// The leading length of most of the work, 0 if there is no batch worth cutting.
    private static int batch(Program program) {
        Map<Integer, Long> weight = new HashMap<>();
        for (Step step : program.steps()) {
            Shape shape = step.type().shape();
            if (step.op() instanceof Contract contract) {
                int rows = Rows.cut(program, contract, step);
                if (rows >= FEWEST_ROWS) {
                    weight.merge(rows, Rows.work(program, contract, step) / PRODUCTS, Long::sum);
                }
            } else if (!shape.isScalar() && shape.size(0) >= FEWEST_ROWS && !(step.op() instanceof Source.Constant)) {
                weight.merge(shape.size(0), (long) shape.count(), Long::sum);
            }
        }
        return weight.entrySet().stream()
                .filter(entry -> entry.getValue() >= WORTH)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    private void run() {
        List<Step> open = new ArrayList<>();
        for (Step step : program.steps()) {
            if (step.op() instanceof Source.Constant) {
                parts[step.first()] = Rows.Part.BEFORE;
            } else {
                open.add(step);
            }
        }
        while (!open.isEmpty()) {
            int before = open.size();
            open = pass(open, false);
            if (n > 0) {
                open = pass(open, true);
                for (int v = 0; v < parts.length; v++) {
                    parts[v] = parts[v] == Rows.Part.ABSENT ? Rows.Part.ABSENT : Rows.Part.BEFORE;
                }
            }
            if (open.size() == before) {
                throw new IllegalStateException("no step of " + program + " can run");
            }
        }
    }

    /// Takes what can run from the open steps, as one section; returns what is left.
    private List<Step> pass(List<Step> open, boolean tiled) {
        Section section = new Section(tiled ? n : 0, new ArrayList<>());
        Map<Integer, Integer> made = new HashMap<>();
        Map<Shape, Integer> groups = new HashMap<>();
        List<Step> left = new ArrayList<>();
        Rows rows = new Rows(program, n, parts);
        for (Step step : open) {
            Rows.Part part = n > 0 ? rows.of(step) : Rows.Part.ABSENT;
            boolean now = tiled ? part != Rows.Part.ABSENT : part == Rows.Part.ABSENT && ready(step);
            if (!now) {
                left.add(step);
                continue;
            }
            for (int r = 0; r < step.types().size(); r++) {
                parts[step.first() + r] = tiled ? part : Rows.Part.BEFORE;
            }
            place(step, part == Rows.Part.PARTIAL, section, made, groups);
        }
        if (!section.drafts().isEmpty()) {
            sections.add(tiled ? section : new Section(0, straight(section.drafts())));
        }
        return left;
    }

    /// Neighbouring drafts of tiny steps become one.
    private List<Section.Draft> straight(List<Section.Draft> drafts) {
        List<Section.Draft> joined = new ArrayList<>();
        Section.Draft open = null;
        int total = 0;
        for (Section.Draft draft : drafts) {
            int cost = cost(draft);
            if (cost < 0) {
                joined.add(draft);
                open = null;
                continue;
            }
            if (open == null || total + cost > STRAIGHT) {
                open = new Section.Draft(Section.Draft.Kind.STRAIGHT, new ArrayList<>(), false);
                joined.add(open);
                total = 0;
            }
            open.steps().addAll(draft.steps());
            total += cost;
        }
        return joined;
    }

    private int cost(Section.Draft draft) {
        int total = 0;
        for (Step step : draft.steps()) {
            int cost = ScalarGraph.cost(program, step);
            if (cost < 0) {
                return -1;
            }
            total += cost;
        }
        return total;
    }

    private boolean ready(Step step) {
        for (int operand : step.operands()) {
            if (parts[operand] != Rows.Part.BEFORE) {
                return false;
            }
        }
        return true;
    }

    private void place(
            Step step, boolean partial, Section section, Map<Integer, Integer> made, Map<Shape, Integer> groups) {
        int latest = -1;
        for (int operand : step.operands()) {
            latest = Math.max(latest, made.getOrDefault(root[operand], -1));
        }
        int value = step.first();
        if (step.op() instanceof Move.Reshape || step.op() instanceof Identity) {
            root[value] = root[step.operand(0)];
            return;
        }
        if (virtual[value]) {
            made.put(value, latest);
            return;
        }
        if (fusible(step)) {
            Integer group = groups.get(step.type().shape());
            if (group != null && group >= latest) {
                section.drafts().get(group).steps().add(step);
                made.put(value, group);
                return;
            }
            groups.put(step.type().shape(), section.drafts().size());
        }
        for (int r = 0; r < step.types().size(); r++) {
            made.put(value + r, section.drafts().size());
        }
        Section.Draft.Kind kind = fusible(step) ? Section.Draft.Kind.FUSED : Section.Draft.Kind.SINGLE;
        section.drafts().add(Section.Draft.of(kind, step, partial));
    }

    private boolean fusible(Step step) {
        return fusible(program, step);
    }

    /// Whether a step is a pointwise function of floating point numbers.
    static boolean fusible(Program program, Step step) {
        boolean reals = step.op() instanceof Pointwise && step.type().isReal();
        for (int operand : step.operands()) {
            reals &= program.type(operand).isReal();
        }
        return reals;
    }
}
