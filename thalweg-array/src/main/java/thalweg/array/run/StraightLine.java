package thalweg.array.run;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import thalweg.array.Binary;
import thalweg.array.Pointwise;
import thalweg.array.Unary;

/// Tiny steps as straight-line bytecode, at most [#METHOD] operations a method.
///
/// Beyond about 8,000 bytes a method is not compiled by the JVM at all, which costs a factor of 15.
record StraightLine(Bytecode.Code code, int operations) implements Instruction {
    /// Operations of one method.
    static final int METHOD = 400;

    /// Writes element `place` of a buffer, `stride` further each turn of a loop.
    record Store(int buffer, int place, int stride, int node) {}

    @Override
    public void run(Frame frame) {
        code.run(frame.reals, frame.words);
    }

    /// Code for a graph and its stores; what one method makes and another needs goes through `scratch`.
    ///
    /// @param scratch a buffer of as many numbers as the graph has nodes
    static StraightLine of(ScalarGraph graph, List<Store> stores, int scratch) {
        List<ScalarGraph.Node> nodes = graph.nodes();
        int n = nodes.size();
        int parts = Math.max((n + METHOD - 1) / METHOD, 1);
        boolean[] crossing = new boolean[n];
        for (int i = 0; i < n; i++) {
            for (int operand : operands(nodes.get(i))) {
                crossing[operand] |= operand / METHOD != i / METHOD;
            }
        }
        List<Bytecode.Part> code = new ArrayList<>();
        for (int p = 0; p < parts; p++) {
            int from = p * METHOD;
            int to = Math.min(n, from + METHOD);
            code.add(builder -> new Writer(builder, nodes, scratch).part(from, to, crossing, stores));
        }
        return new StraightLine(Bytecode.define(code), n);
    }

    static int[] operands(ScalarGraph.Node node) {
        return node.op() instanceof ScalarGraph.Load || node.op() instanceof ScalarGraph.Literal
                ? new int[0]
                : Arrays.stream(new int[] {node.a(), node.b(), node.c()})
                        .filter(x -> x >= 0)
                        .toArray();
    }

    /// Writes nodes into one method.
    static final class Writer {
        private final CodeBuilder code;
        private final List<ScalarGraph.Node> nodes;
        private final int scratch;
        private final Map<Integer, Integer> locals = new HashMap<>();
        private final Map<Integer, Integer> arrays = new HashMap<>();
        private int turn = -1;

        Writer(CodeBuilder code, List<ScalarGraph.Node> nodes, int scratch) {
            this.code = code;
            this.nodes = nodes;
            this.scratch = scratch;
        }

        void part(int from, int to, boolean[] crossing, List<Store> stores) {
            for (int i = from; i < to; i++) {
                node(i);
                if (crossing[i]) {
                    array(scratch);
                    code.loadConstant(i).dload(local(i)).dastore();
                }
            }
            for (Store store : stores) {
                if (store.node() >= from && store.node() < to) {
                    store(store);
                }
            }
        }

        /// The local that counts turns (an int), for loads that move.
        void turn(int local) {
            turn = local;
        }

        void bind(int node, int local) {
            locals.put(node, local);
        }

        /// Computes a node into a local, unless it has one.
        void node(int i) {
            if (locals.containsKey(i)) {
                return;
            }
            ScalarGraph.Node node = nodes.get(i);
            switch (node.op()) {
                case ScalarGraph.Load load -> {
                    array(load.buffer(), load.word());
                    place(node.a(), node.b());
                    if (load.word()) {
                        code.laload().l2d();
                    } else {
                        code.daload();
                    }
                }
                case ScalarGraph.Pickup(int buffer, int size, int inner, int offset) -> {
                    array(buffer);
                    push(node.a());
                    code.loadConstant(size);
                    Bytecode.place(code);
                    code.loadConstant(inner).imul().loadConstant(offset).iadd().daload();
                }
                case ScalarGraph.Literal(double value) -> code.loadConstant(value);
                case Unary op -> {
                    push(node.a());
                    Bytecode.unary(code, op);
                }
                case Binary op -> {
                    push(node.a());
                    push(node.b());
                    Bytecode.binary(code, op);
                }
                case Pointwise.Polygamma(int order) -> {
                    push(node.a());
                    Bytecode.polygamma(code, order);
                }
                case Pointwise.Select _ -> {
                    ready(node.b());
                    ready(node.c());
                    push(node.a());
                    code.dconst_0().dcmpg();
                    code.ifThenElse(Opcode.IFNE, yes -> yes.dload(local(node.b())), no -> no.dload(local(node.c())));
                }
                default -> throw new IllegalArgumentException(node.op() + " is no single operation");
            }
            int local = code.allocateLocal(TypeKind.DOUBLE);
            code.dstore(local);
            locals.put(i, local);
        }

        void store(Store store) {
            array(store.buffer());
            place(store.place(), store.stride());
            push(store.node());
            code.dastore();
        }

        private void place(int place, int stride) {
            if (stride == 0 || turn < 0) {
                code.loadConstant(place);
            } else {
                code.iload(turn).loadConstant(stride).imul().loadConstant(place).iadd();
            }
        }

        void array(int buffer) {
            array(buffer, false);
        }

        /// Pushes a buffer's array.
        void array(int buffer, boolean word) {
            Integer known = arrays.get(buffer);
            if (known == null) {
                int local = code.allocateLocal(TypeKind.REFERENCE);
                code.aload(word ? 1 : 0).loadConstant(buffer).aaload().astore(local);
                arrays.put(buffer, local);
                known = local;
            }
            code.aload(known);
        }

        void push(int node) {
            ready(node);
            code.dload(local(node));
        }

        /// Brings a node that another method made into a local.
        private void ready(int node) {
            if (!locals.containsKey(node)) {
                array(scratch);
                int local = code.allocateLocal(TypeKind.DOUBLE);
                code.loadConstant(node).daload().dstore(local);
                locals.put(node, local);
            }
        }

        int local(int node) {
            Integer known = locals.get(node);
            if (known == null) {
                throw new IllegalStateException("a node has no local");
            }
            return known;
        }
    }
}
