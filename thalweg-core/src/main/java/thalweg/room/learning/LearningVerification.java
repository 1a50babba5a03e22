package thalweg.room.learning;

import java.util.ArrayList;
import java.util.List;
import thalweg.study.Lab;
import thalweg.study.Verification;

/// The known results of this room: one part a subject, each in a file of its own.
public final class LearningVerification implements Verification {
    private static final List<Known> PARTS = List.of(new ValleyKnown(), new SpectrumKnown());

    /// The known results of one subject.
    interface Known {
        /// Measures them; ends early when the lab asks to stop.
        List<Finding> findings(Lab lab);
    }

    @Override
    public String room() {
        return "learning";
    }

    @Override
    public List<Finding> run(Lab lab) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < PARTS.size() && !lab.stopping(); i++) {
            lab.progress(i, PARTS.size(), "measuring");
            findings.addAll(PARTS.get(i).findings(lab));
        }
        return List.copyOf(findings);
    }
}
