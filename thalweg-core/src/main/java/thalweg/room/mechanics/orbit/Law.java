package thalweg.room.mechanics.orbit;

import java.util.Arrays;
import thalweg.array.Tensor;
import thalweg.flow.Dynamics;
import thalweg.flow.Field;
import thalweg.flow.Flow;
import thalweg.flow.Phase;
import thalweg.flow.Rate;
import thalweg.flow.Separable;
import thalweg.flow.motion.Moving;

/// The law of a motion in the form that decides which methods can follow it.
sealed interface Law {
    /// `H = T(p) + V(q)`.
    record Parts(Separable<Tensor> law) implements Law {
        @Override
        public Course<?> course(double[] start, Method by, double step, double tolerance) {
            Flow<Phase<Tensor>, Moving> flow = by.kind() == Method.Kind.SPLITTING
                    ? by.splitting(step).on(law)
                    : by.on(law.dynamics().field(), step, tolerance);
            return new Course<>(flow, phase(start));
        }

        @Override
        public Course<?> even(double[] start, Method by, double step) {
            return by.kind() == Method.Kind.SPLITTING
                    ? course(start, by, step, Double.NaN)
                    : new Course<>(by.even(law.dynamics().field(), step), phase(start));
        }

        @Override
        public Rate<?> rate(double[] start) {
            return law.dynamics().field().flat(phase(start));
        }
    }

    /// Any `H(q, p)`.
    record Whole(Dynamics<Phase<Tensor>> law) implements Law {
        @Override
        public Course<?> course(double[] start, Method by, double step, double tolerance) {
            return new Course<>(by.on(law.field(), step, tolerance), phase(start));
        }

        @Override
        public Course<?> even(double[] start, Method by, double step) {
            return new Course<>(by.even(law.field(), step), phase(start));
        }

        @Override
        public Rate<?> rate(double[] start) {
            return law.field().flat(phase(start));
        }
    }

    /// Any `dx/dt = f(t, x)`.
    record Driven(Field<Tensor> field) implements Law {
        @Override
        public Course<?> course(double[] start, Method by, double step, double tolerance) {
            return new Course<>(by.on(field, step, tolerance), Tensor.vector(start));
        }

        @Override
        public Course<?> even(double[] start, Method by, double step) {
            return new Course<>(by.even(field, step), Tensor.vector(start));
        }

        @Override
        public Rate<?> rate(double[] start) {
            return field.flat(Tensor.vector(start));
        }
    }

    /// The flow by a method from a start, with a step or a tolerance as the method needs.
    Course<?> course(double[] start, Method by, double step, double tolerance);

    /// The flow in steps of one size.
    Course<?> even(double[] start, Method by, double step);

    /// The velocity on plain coordinates.
    Rate<?> rate(double[] start);

    private static Phase<Tensor> phase(double[] state) {
        int n = state.length / 2;
        return new Phase<>(
                Tensor.vector(Arrays.copyOf(state, n)), Tensor.vector(Arrays.copyOfRange(state, n, state.length)));
    }
}
