package thalweg.workbench.guest;

import thalweg.flow.Ending;
import thalweg.study.Experiment;
import thalweg.study.Lab;
import thalweg.study.Report;

/// An experiment without a knob.
@Experiment.Named(value = "weigh moon", says = "The mass of the moon, by heart", examples = "weigh moon")
public record WeighMoon() implements Experiment {
    @Override
    public Report run(Lab lab) {
        return lab.report(this).number("mass", 7.342e22).ended(new Ending.Converged("remembered"));
    }
}
