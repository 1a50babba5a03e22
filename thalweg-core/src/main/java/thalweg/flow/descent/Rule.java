package thalweg.flow.descent;

import thalweg.flow.Flow;
import thalweg.flow.Promise;
import thalweg.flow.Schedule;
import thalweg.landscape.Energy;
import thalweg.landscape.Source;

/// A descent that moves along slopes alone, step by step: what the first-order methods have in common.
///
/// Open: a rule of one's own is a record with [#move].
public interface Rule {
    /// How many arrays like the place it carries.
    int memories();

    /// Moves `x` by the slope `g`; `n` counts steps from 0 and `factor` is the schedule's.
    void move(double[] x, double[] g, double[][] memory, long n, double factor);

    /// Factors on the size of the steps.
    default Schedule schedule() {
        return Schedule.constant();
    }

    /// What it holds to on an energy.
    default Promise promise() {
        return new Promise.Descends(false);
    }

    /// The flow on an energy.
    default <S> Flow<S, Descending<Integer>> on(Energy<S> energy) {
        return new RuleFlow<>(this, energy);
    }

    /// The flow on a source of slopes.
    default <S, W> Flow<S, Descending<W>> on(Source<S, W> source) {
        return new SourceFlow<>(this, source);
    }

    /// The same rule under a schedule.
    default Rule under(Schedule schedule) {
        return new Scheduled(this, schedule);
    }

    /// The same rule on slopes cut to a length: Pascanu, Mikolov and Bengio (2013), arXiv:1211.5063.
    default Rule clipped(double length) {
        return new Clipped(this, length);
    }
}
