package thalweg.array.run;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.array.Control;
import thalweg.array.Program;
import thalweg.array.Source;
import thalweg.array.Step;
import thalweg.array.Type;

/// A loop with a tiny body as a loop in bytecode: the state in locals, rows read and written where they lie.
final class LoopCode {
    private static final int INPUTS = 200;

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
        int inputs = 0;
        for (int i = 1; i < body.inputs().size(); i++) {
            inputs += body.type(i).shape().count();
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
        int total = 0;
        for (Step step : body.steps()) {
            int cost = ScalarGraph.cost(body, step);
            if (cost < 0) {
                return false;
            }
            total += cost;
        }
        return inputs <= INPUTS && total <= StraightLine.METHOD;
    }

    private Instruction build() {
        int carried = loop.carried();
        int head = carried + loop.scanned();
        int given = 0;
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
            } else {
                graph.load(i + 1, from.get(i).buffer(), count, i < head ? count : 0, !type.isReal());
                if (i >= head) {
                    for (int node : graph.get(i + 1)) {
                        fixed.add(node);
                    }
                }
            }
        }
        for (Step step : body.steps()) {
            graph.step(step);
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
