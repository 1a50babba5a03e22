package thalweg.room.mechanics.orbit;

import java.util.ArrayList;
import java.util.List;
import thalweg.flow.Ending;
import thalweg.flow.Run;
import thalweg.flow.Stop;
import thalweg.flow.Trajectory;
import thalweg.flow.motion.Moving;
import thalweg.study.Lab;
import thalweg.study.Rounding;

/// A motion followed to its end, in steps of one size with a shorter one last, or in steps of its own.
///
/// @param step h, NaN for an adaptive method
/// @param tolerance NaN for a method of fixed steps
/// @param end when to stop
/// @param closing the time of the last whole turn, NaN if there is none
/// @param every how many steps lie between two records
/// @param budget of steps of an adaptive method
public record Follow(
        Motion motion, Method by, double step, double tolerance, double end, double closing, long every, long budget) {
    /// Follows the motion; a lab that wants to stop ends it at a step.
    public Track run(Lab lab) {
        return run(motion.law().course(motion.start(), by, step, tolerance), lab);
    }

    private <S> Track run(Course<S> course, Lab lab) {
        Leg<S> leg = new Leg<>(course, watched(course.run().every(every), lab), lab);
        double[] closed = {};
        if (closing > 0) {
            leg.to(closing);
            closed = leg.arrived() ? leg.place(closing) : closed;
        }
        if (leg.arrived() && !(closing >= end)) {
            leg.to(end);
        }
        return leg.track(closed);
    }

    private <S> Run<S, Moving> watched(Run<S, Moving> run, Lab lab) {
        long of = by.adaptive() ? 0 : (long) Math.ceil(end / step);
        return run.watch(
                1 << 14,
                glance -> lab.progress(glance.step(), of, "following, time " + Rounding.number(glance.time(), 4)));
    }

    /// A run in parts, each going on where the last was cut.
    private final class Leg<S> {
        private final Course<S> course;
        private final Lab lab;
        private int legs;
        private Run<S, Moving> run;
        private final List<Double> times = new ArrayList<>();
        private final List<double[]> states = new ArrayList<>();
        private double[] last;
        private Ending ending = new Ending.Converged("");
        private long steps;

        Leg(Course<S> course, Run<S, Moving> run, Lab lab) {
            this.lab = lab;
            this.course = course;
            this.run = run;
            this.last = course.flat(course.start());
        }

        boolean arrived() {
            return ending instanceof Ending.Converged;
        }

        void to(double time) {
            String name = "leg " + ++legs;
            Trajectory<S> seen = by.adaptive()
                    ? lab.until(name, run, Stop.time(time).or(Stop.steps(budget)))
                    : lab.steps(name, run, whole(time));
            for (int i = 0; i < seen.times().length; i++) {
                times.add(seen.times()[i]);
                states.add(course.flat(seen.places().get(i)));
            }
            last = course.flat(seen.last());
            ending = seen.ending();
            steps = seen.done();
            run = run.from(seen.checkpoint());
        }

        private long whole(double time) {
            return (long) Math.floor(time / step + 1e-9);
        }

        /// The place at a time that was reached but for less than a step.
        double[] place(double time) {
            double rest = time - whole(time) * step;
            return by.adaptive() || rest <= 1e-9 * step
                    ? last
                    : motion.law().course(last, by, rest, tolerance).after(1);
        }

        Track track(double[] closed) {
            double reached = by.adaptive() ? times.getLast() : steps * step;
            if (arrived()) {
                last = place(end);
                reached = end;
            }
            if (times.getLast() < reached) {
                times.add(reached);
                states.add(last);
            }
            return new Track(
                    times.stream().mapToDouble(t -> t).toArray(),
                    states.toArray(double[][]::new),
                    closed,
                    ending,
                    steps,
                    every);
        }
    }
}
