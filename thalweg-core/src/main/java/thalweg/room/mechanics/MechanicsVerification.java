package thalweg.room.mechanics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thalweg.study.Card;
import thalweg.study.Experiment;
import thalweg.study.Lab;
import thalweg.study.Report;
import thalweg.study.Verification;

/// What learned mechanics promises, measured: laws found again without noise, structure to rounding, constants of
/// forces,
/// indices of least action.
public final class MechanicsVerification implements Verification {
    private final List<Finding> findings = new ArrayList<>();

    @Override
    public String room() {
        return "mechanics";
    }

    @Override
    public List<Finding> run(Lab lab) {
        findings.clear();
        List<Runnable> parts = List.of(() -> fields(lab), () -> forces(lab), () -> maps(lab), () -> action(lab));
        for (int i = 0; i < parts.size() && !lab.stopping(); i++) {
            lab.progress(i, parts.size(), "measuring");
            parts.get(i).run();
        }
        return List.copyOf(findings);
    }

    private static Report run(Lab lab, Class<? extends Experiment> type, String... words) {
        Map<String, String> knobs = new LinkedHashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            knobs.put(words[i], words[i + 1]);
        }
        return Card.of(type).bind(knobs).run(Lab.quiet().seed(lab.seed()));
    }

    private void below(String what, Report report, String number, double bound, String source) {
        findings.add(new Finding(what, report.number(number).value(), 0, bound, source));
    }

    private void fields(Lab lab) {
        String recipe = "recipe of Greydanus et al. 2019; bar of a float64 linear solution";
        for (String system : List.of("spring", "pendulum")) {
            Report report = run(lab, LearnHamiltonian.class, "data", system);
            below(system + ": test error", report, "test error", system.equals("spring") ? 1e-10 : 1e-6, recipe);
            below(system + ": symplectic defect", report, "symplectic defect", 1e-12, "M' J M = J");
        }
        Report shot = run(lab, LearnHamiltonian.class, "data", "pendulum", "from", "trajectories");
        below("pendulum, from motions: rollout error", shot, "rollout error", 1e-3, "exact motion");
        Report lossy = run(lab, LearnHamiltonian.class, "data", "damped-pendulum", "drag", "true");
        findings.add(new Finding(
                "damped pendulum: contraction", lossy.number("contraction").value(), 0.2, 0.01, "gamma put in"));
    }

    private void forces(Lab lab) {
        for (String system : List.of("gravity", "logarithm", "springs", "charges")) {
            Report report = run(lab, LearnForces.class, "data", system);
            findings.add(new Finding(
                    system + ": R2 of the force", report.number("force R2").value(), 1, 1e-4, "force put in"));
            below(system + ": momentum drift", report, "momentum drift", 1e-13, "Newton's third law");
            below(system + ": momentum drift untrained", report, "untrained momentum drift", 1e-13, "the same");
        }
    }

    private void maps(Lab lab) {
        for (String net : List.of("la", "g", "p", "henon", "leapfrog")) {
            Report report = run(lab, LearnMap.class, "data", "pendulum", "net", net, "steps", "100");
            below(net + ": symplectic defect", report, "symplectic defect", 1e-12, "M' J M = J");
            below(net + ": inverse defect", report, "inverse defect", 1e-12, "map after inverse");
        }
        Report kepler = run(lab, LearnMap.class, "data", "kepler", "net", "generating");
        below("generating: symplectic defect", kepler, "symplectic defect", 1e-10, "M' J M = J");
        findings.add(new Finding(
                "generating, Kepler e = 0.3: exponent of the error's growth",
                kepler.number("error growth exponent").value(),
                1,
                0.2,
                "symplectic maps of integrable motion: linear"));
    }

    private void action(Lab lab) {
        Report ten = run(
                lab, FindMotion.class, "potential", "oscillator", "from", "0", "to", "1", "time", "10", "steps", "100");
        findings.add(
                new Finding("oscillator, T = 10: index", ten.number("index").value(), 3, 0, "floor(10 / pi)"));
        Report one = run(
                lab, FindMotion.class, "potential", "oscillator", "from", "0", "to", "1", "time", "1", "steps", "2000");
        findings.add(new Finding(
                "oscillator, T = 1: action", one.number("action").value(), 0.3210463079671654, 1e-6, "cot(1) / 2"));
    }
}
