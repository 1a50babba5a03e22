package thalweg.study;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/// A question with its knobs: a record whose components are the knobs and whose [#run] is the science.
///
/// Its no-argument constructor holds the defaults and always succeeds; its compact constructor checks what is true of
/// any value; [#check] lists what the data say against it. Command line, JSON, page and help are read off its [Card].
public interface Experiment {
    /// Every problem that needs the data, all at once; empty if the experiment can run.
    default List<Problem> check(Lab lab) {
        return List.of();
    }

    /// Runs the experiment.
    ///
    /// @return what was found, with an ending; numerics that end badly are an ending too
    /// @throws Refused if [#check] finds problems
    Report run(Lab lab);

    /// An experiment whose finding can be applied to new data.
    interface Applicable extends Experiment {
        /// Applies what a finished run found to new rows.
        ///
        /// @param found the report of a run of this experiment
        /// @param rows new data with the inputs' columns
        Report apply(Lab lab, Report found, Data rows);
    }

    /// The name and the one sentence an experiment is known by.
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface Named {
        /// Verb and noun: `fit power`.
        String value();

        /// What it does, in one sentence.
        String says();

        /// Command lines without the leading `thalweg`, the simplest first.
        String[] examples() default {};
    }
}
