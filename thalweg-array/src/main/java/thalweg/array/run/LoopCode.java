package thalweg.array.run;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.array.Binary;
import thalweg.array.Control;
import thalweg.array.Kind;
import thalweg.array.Pick;
import thalweg.array.Program;
import thalweg.array.Shape;
import thalweg.array.Source;
import thalweg.array.Step;
import thalweg.array.Tensor;
import thalweg.array.Type;

/// A loop with a tiny body as a loop in bytecode: the state in locals, rows read and written where they lie.
final class LoopCode {
    private static final int INPUTS = 200;
    private static final int PLACES = 64;

    private final Control.Loop loop;
    private final Program body;
    private final List<Ref> from;
    private final List<Ref> to;
    private final ScalarGraph graph;
    private final List<Integer> fixed = new ArrayList<>();

    private LoopCode(Control.Loop loop, List<Ref> from, List<Ref> to) {
        this.loop = loop;
        this.body = loop.body();
        this.from = from;
        this.to = to;
        this.graph = new ScalarGraph(body);
    }

    /// The code of a loop, or null where its body is too large or does what single numbers cannot.
    static @Nullable Instruction of(Control.Loop loop, List<Ref> from, List<Ref> to) {
        return fits(loop) ? new LoopCode(loop, from, to).build() : null;
    }

    private static boolean fits(Control.Loop loop) {
        Program body = loop.body();
        boolean[] table = tables(loop);
        int inputs = 0;
        for (int i = 1; i < body.inputs().size(); i++) {
            inputs += table[i] ? 0 : body.type(i).shape().count();
            if (i <= loop.carried() && !body.type(i).isReal()) {
                return false;
            }
        }
        for (Type type : body.resultTypes()) {
            inputs += type.shape().count();
            if (!type.isReal()) {
                return false;
            }
        }
        boolean[] place = new boolean[body.values()];
        boolean[] small = new boolean[body.values()];
        for (int i = 0; i < body.inputs().size(); i++) {
            place[i] = !body.type(i).isReal();
        }
        small[0] = true;
        int total = 0;
        for (Step step : body.steps()) {
            int cost = cost(body, step, table, place, small);
            if (cost < 0) {
                return false;
            }
            total += cost;
        }
        return inputs <= INPUTS && total <= StraightLine.METHOD;
    }

    /// Inputs that only gathers read, at computed places: constants of the loop, of any size.
    private static boolean[] tables(Control.Loop loop) {
        Program body = loop.body();
        boolean[] table = new boolean[body.values()];
        for (int i = 1 + loop.carried() + loop.scanned(); i < body.inputs().size(); i++) {
            table[i] = body.type(i).isReal() && !body.type(i).shape().isScalar();
        }
        for (Step step : body.steps()) {
            boolean gather = step.op() instanceof Pick.Gather(int lead) && lead == 0;
            for (int k = gather ? 1 : 0; k < step.arity(); k++) {
                table[step.operand(k)] = false;
            }
        }
        for (int r = 0; r < body.results(); r++) {
            table[body.output(r)] = false;
        }
        return table;
    }

    /// Operations of a step; -1 if it cannot be taken apart.
    ///
    /// @param place whole numbers that may be places: inputs, and small ones
    /// @param small those that a double holds: the turn, constants, and their sums
    private static int cost(Program body, Step step, boolean[] table, boolean[] place, boolean[] small) {
        int count = step.type().shape().count();
        return switch (step.op()) {
            case Pick.Gather(int lead) ->
                lead == 0 && table[step.operand(0)] && place[step.operand(1)] && count <= PLACES ? count : -1;
            case Pick.ScatterAdd(int lead, int size) -> {
                Shape in = body.type(step.operand(0)).shape();
                boolean fits = lead == 0 && place[step.operand(1)] && in.count() <= PLACES && size <= PLACES;
                yield fits && step.type().isReal() ? 3 * size * in.count() : -1;
            }
            case Binary op
            when !step.type().isReal() && (op == Binary.ADD || op == Binary.SUB) -> {
                boolean both = small[step.operand(0)] && small[step.operand(1)];
                small[step.first()] = both;
                place[step.first()] = both;
                yield both && count <= PLACES ? count : -1;
            }
            case Source.Constant(Tensor value)
            when value.kind() == Kind.I64 -> {
                boolean few = Arrays.stream(value.toWords()).allMatch(w -> w == (int) w);
                small[step.first()] = few;
                place[step.first()] = few;
                yield few && count <= PLACES ? 0 : -1;
            }
            default -> ScalarGraph.cost(body, step);
        };
    }

    private Instruction build() {
        int carried = loop.carried();
        int head = carried + loop.scanned();
        int given = 0;
        boolean[] tables = tables(loop);
        graph.put(0, new int[] {graph.add(new ScalarGraph.Given(given++), -1, -1, -1)});
        for (int i = 0; i < from.size(); i++) {
            Type type = body.type(i + 1);
            int count = type.shape().count();
            if (i < carried) {
                int[] state = new int[count];
                for (int k = 0; k < count; k++) {
                    state[k] = graph.add(new ScalarGraph.Given(given++), -1, -1, -1);
                }
                graph.put(i + 1, state);
            } else if (!tables[i + 1]) {
                graph.load(i + 1, from.get(i).buffer(), count, i < head ? count : 0, !type.isReal());
                if (i >= head) {
                    for (int node : graph.get(i + 1)) {
                        fixed.add(node);
                    }
                }
            }
        }
        for (Step step : body.steps()) {
            if (step.op() instanceof Pick.Gather) {
                int input = step.operand(0);
                graph.gather(
                        step, from.get(input - 1).buffer(), body.type(input).shape());
            } else {
                graph.step(step);
            }
            if (step.op() instanceof Source.Constant) {
                for (int node : graph.get(step.first())) {
                    fixed.add(node);
                }
            }
        }
        return new StraightLine(
                Bytecode.define(List.of(this::write)), graph.nodes().size() * loop.count());
    }

    private void write(CodeBuilder code) {
        StraightLine.Writer writer = new StraightLine.Writer(code, graph.nodes(), -1);
        int turn = code.allocateLocal(TypeKind.INT);
        int last = loop.backward() ? 0 : loop.count() - 1;
        code.loadConstant(loop.backward() ? loop.count() - 1 : 0).istore(turn);
        List<Integer> state = new ArrayList<>();
        for (int c = 0; c < loop.carried(); c++) {
            int[] nodes = graph.get(c + 1);
            for (int k = 0; k < nodes.length; k++) {
                int local = code.allocateLocal(TypeKind.DOUBLE);
                writer.array(from.get(c).buffer());
                code.loadConstant(k).daload().dstore(local);
                writer.bind(nodes[k], local);
                state.add(local);
            }
        }
        fixed.forEach(writer::node);
        for (int i = loop.carried(); i < loop.carried() + loop.scanned(); i++) {
            writer.array(from.get(i).buffer(), !body.type(i + 1).isReal());
            code.pop();
        }
        for (int r = loop.carried(); r < to.size(); r++) {
            writer.array(to.get(r).buffer());
            code.pop();
        }
        boolean[] tables = tables(loop);
        for (int i = 0; i < from.size(); i++) {
            if (tables[i + 1]) {
                writer.array(from.get(i).buffer());
                code.pop();
            }
        }
        if (loop.count() > 0) {
            turns(code, writer, turn, last, state);
        }
        int next = 0;
        for (int c = 0; c < loop.carried(); c++) {
            for (int k = 0; k < graph.get(c + 1).length; k++) {
                writer.array(to.get(c).buffer());
                code.loadConstant(k).dload(state.get(next++)).dastore();
            }
        }
    }

    private void turns(CodeBuilder code, StraightLine.Writer writer, int turn, int last, List<Integer> state) {
        int number = code.allocateLocal(TypeKind.DOUBLE);
        writer.bind(graph.get(0)[0], number);
        writer.turn(turn);
        Label again = code.newBoundLabel();
        code.iload(turn).i2d().dstore(number);
        for (int i = 0; i < graph.nodes().size(); i++) {
            writer.node(i);
        }
        for (int r = loop.carried(); r < to.size(); r++) {
            int[] nodes = graph.get(body.output(r));
            for (int k = 0; k < nodes.length; k++) {
                writer.store(new StraightLine.Store(to.get(r).buffer(), k, nodes.length, nodes[k]));
            }
        }
        for (int c = 0; c < loop.carried(); c++) {
            for (int node : graph.get(body.output(c))) {
                writer.push(node);
            }
        }
        for (int local : state.reversed()) {
            code.dstore(local);
        }
        Label end = code.newLabel();
        code.iload(turn).loadConstant(last).if_icmpeq(end);
        code.iinc(turn, loop.backward() ? -1 : 1).goto_(again);
        code.labelBinding(end);
    }
}
