package thalweg.array.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import thalweg.array.Program;
import thalweg.array.Source;
import thalweg.array.Step;

/// A draft of tiny steps as straight-line code between the buffers of a plan.
final class Straighten {
    private final Schedule schedule;
    private final Storage storage;
    private final Program program;
    private final ScalarGraph graph;
    private final Map<Integer, Step> makers = new HashMap<>();

    Straighten(Program program, Schedule schedule, Storage storage) {
        this.program = program;
        this.schedule = schedule;
        this.storage = storage;
        this.graph = new ScalarGraph(program);
        for (Step step : program.steps()) {
            if (schedule.virtual(step.first()) || step.op() instanceof Source.Constant) {
                makers.put(step.first(), step);
            }
        }
    }

    Instruction draft(List<Step> steps) {
        List<StraightLine.Store> stores = new ArrayList<>();
        for (Step step : steps) {
            for (int operand : step.operands()) {
                ensure(operand);
            }
            graph.step(step);
            int value = step.first();
            if (storage.where(value) != Storage.Where.REGISTER) {
                int[] nodes = graph.get(value);
                for (int i = 0; i < nodes.length; i++) {
                    stores.add(new StraightLine.Store(storage.buffer(value), i, 0, nodes[i]));
                }
            }
        }
        int scratch = storage.scratch(
                graph.nodes().size() > StraightLine.METHOD ? graph.nodes().size() : 0);
        return StraightLine.of(graph, stores, scratch);
    }

    private void ensure(int value) {
        if (graph.has(value)) {
            return;
        }
        Step maker = makers.get(value);
        int root = schedule.root(value);
        if (maker != null && program.type(value).isReal()) {
            if (maker.arity() > 0) {
                ensure(maker.operand(0));
            }
            graph.step(maker);
        } else if (root != value) {
            ensure(root);
            graph.put(value, graph.get(root));
        } else {
            graph.load(
                    value,
                    storage.buffer(value),
                    program.type(value).shape().count(),
                    0,
                    !program.type(value).isReal());
        }
    }
}
