package thalweg.room.mechanics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import thalweg.array.Key;
import thalweg.array.Tensor;
import thalweg.flow.Dynamics;
import thalweg.flow.Flow;
import thalweg.flow.Mechanics;
import thalweg.flow.Phase;
import thalweg.flow.motion.DormandPrince;
import thalweg.flow.motion.EulerMaruyama;
import thalweg.flow.motion.Langevin;
import thalweg.flow.motion.Moving;
import thalweg.flow.motion.RungeKutta;
import thalweg.flow.motion.Stationary;
import thalweg.flow.motion.Verlet;
import thalweg.landscape.Energy;
import thalweg.room.mechanics.orbit.Follow;
import thalweg.room.mechanics.orbit.Mechanism;
import thalweg.room.mechanics.orbit.Method;
import thalweg.room.mechanics.orbit.Motion;
import thalweg.room.mechanics.orbit.OrderTrial;
import thalweg.room.mechanics.orbit.Outcome;
import thalweg.study.Lab;
import thalweg.study.Verification;
import thalweg.system.Arenstorf;
import thalweg.system.HenonHeiles;

/// What the hall of flows promises, measured: orders of all integrators, energy over ten thousand orbits, a satellite's
/// return, derivatives through steps, and the biases of Langevin steps on a harmonic well.
public final class FlowVerification implements Verification {
    private static final double TURN = 2 * Math.PI;
    private static final Energy<Tensor> WELL = q -> q.square().sum().times(0.5);

    private final List<Finding> findings = new ArrayList<>();

    @Override
    public String room() {
        return "flow";
    }

    @Override
    public List<Finding> run(Lab lab) {
        findings.clear();
        List<Runnable> parts = List.of(
                () -> orders(lab),
                () -> longRun(lab),
                FlowVerification.this::satellite,
                FlowVerification.this::derivatives,
                FlowVerification.this::wells);
        for (int i = 0; i < parts.size() && !lab.stopping(); i++) {
            lab.progress(i, parts.size(), "measuring");
            parts.get(i).run();
        }
        return List.copyOf(findings);
    }

    private void found(String what, double measured, double reference, double tolerance, String source) {
        findings.add(new Finding(what, measured, reference, tolerance, source));
    }

    /// Errors at t = 10 of the Kepler orbit e = 0.6 and of the star of Hénon and Heiles.
    private void orders(Lab lab) {
        for (Mechanism system : List.of(new Mechanism.Kepler(), new Mechanism.HenonHeiles())) {
            Motion motion = system.from(system.start());
            for (Method method : Method.values()) {
                if (method != Method.AUTO && method != Method.RADAU && !lab.stopping()) {
                    double order =
                            OrderTrial.of(motion, method, 10, 0.02, lab).order().order();
                    found(
                            motion.name() + ": order of " + method.title(),
                            order,
                            method.order(),
                            0.1,
                            "nominal, down to rounding");
                }
            }
        }
    }

    /// Kepler's orbit, ten thousand times, in steps of 0.02.
    private void longRun(Lab lab) {
        Mechanism system = new Mechanism.Kepler();
        Motion motion = system.from(system.start());
        Follow follow = new Follow(
                motion, Method.KAHAN_LI8, TURN / 314, Double.NaN, 1e4 * TURN, Double.NaN, 1009, Long.MAX_VALUE);
        Outcome outcome = Outcome.of(follow, follow.run(lab), Double.NaN, Double.NaN, null);
        found("1e4 Kepler orbits, Kahan-Li 8: largest error of the energy", outcome.energyError(), 0, 1e-13, "bounded");
        found("1e4 Kepler orbits, Kahan-Li 8: its drift", outcome.energyDrift(), 0, 3e-14, "none but rounding's walk");
    }

    private void satellite() {
        Flow<Tensor, Moving> flow = new DormandPrince(1e-12).on(new Arenstorf()).until(Arenstorf.PERIOD);
        Moving now = flow.begin(Arenstorf.start(), Key.of(0));
        for (long n = 0; flow.time(now) < Arenstorf.PERIOD; n++) {
            now = flow.step(now, Key.of(n));
        }
        double[] start = Arenstorf.start().reals();
        double worst = 0;
        for (int i = 0; i < start.length; i++) {
            worst = Math.max(worst, Math.abs(now.x()[i] - start[i]));
        }
        found("Arenstorf: error of the return", worst, 0, 1e-8, "Hairer, Norsett and Wanner I, II.0");
        found("Arenstorf: evaluations over SciPy's", now.evaluations() / 4286.0, 0, 1.05, "SciPy 1.17.1 DOP853");
    }

    /// Derivatives of a loss through a thousand steps against a difference quotient of order 6.
    private void derivatives() {
        double[] start = {0.3, 0, 0, 0.3};
        Energy<Phase<Tensor>> loss =
                end -> end.place().square().sum().plus(end.momentum().sum());
        Phase<Tensor> exact = Verlet.kickFirst(0.02)
                .adjoint(HenonHeiles.law())
                .of(loss, phase(start), 1000)
                .byStart();
        double quotient = quotient(
                start,
                at -> Verlet.kickFirst(0.02)
                        .adjoint(HenonHeiles.law())
                        .of(loss, phase(at), 1000)
                        .loss());
        double slope = exact.place().at(0);
        found("gradient through 1000 Verlet steps, relative", slope / quotient, 1, 1e-10, "difference quotient");
        Dynamics<Phase<Tensor>> law = HenonHeiles.law().dynamics();
        double through = RungeKutta.classical(0.02)
                .adjoint(_ -> law.field(), Tensor.of(0), 1000)
                .of(loss, phase(start))
                .byStart()
                .place()
                .at(0);
        double slow = quotient(
                start,
                at -> RungeKutta.classical(0.02)
                        .adjoint(_ -> law.field(), Tensor.of(0), 1000)
                        .of(loss, phase(at))
                        .loss());
        found("gradient through 1000 Runge-Kutta steps, relative", through / slow, 1, 1e-10, "difference quotient");
    }

    private static double quotient(double[] start, java.util.function.ToDoubleFunction<double[]> loss) {
        double h = 5e-4;
        double[] weights = {45, -9, 1};
        double sum = 0;
        for (int k = 1; k <= 3; k++) {
            double[] up = start.clone();
            double[] down = start.clone();
            up[0] += k * h;
            down[0] -= k * h;
            sum += weights[k - 1] * (loss.applyAsDouble(up) - loss.applyAsDouble(down));
        }
        return sum / (60 * h);
    }

    private static Phase<Tensor> phase(double[] s) {
        return new Phase<>(Tensor.vector(Arrays.copyOf(s, 2)), Tensor.vector(Arrays.copyOfRange(s, 2, 4)));
    }

    /// Long-run variances at `h w = 1`, `T = 1`, exact to rounding, against their closed forms.
    private void wells() {
        double a = 0.25;
        String source = "closed form";
        well("Baoab", Langevin.baoab(1), 1, 1, 1 - a);
        well("Aboba", Langevin.aboba(1), 1, 1, 1 / (1 - a));
        well("Obabo", Langevin.obabo(1), 2, 1 / (1 - a), 1);
        Stationary euler = Stationary.of(
                new EulerMaruyama(0.5).on(Dynamics.langevin(WELL, 0)),
                new EulerMaruyama(0.5).on(Dynamics.langevin(WELL, 1)),
                Tensor.vector(0),
                1);
        found("Euler-Maruyama: variance of the place", euler.covariance()[0], 1 / (1 - 0.25), 1e-12, source);
    }

    private void well(String name, Langevin method, int draws, double varQ, double varP) {
        Phase<Tensor> origin = new Phase<>(Tensor.vector(0), Tensor.vector(0));
        Stationary law = Stationary.of(
                method.on(Mechanics.langevin(WELL, 0.7, 0)),
                method.on(Mechanics.langevin(WELL, 0.7, 1)),
                origin,
                draws);
        found(name + ": variance of the place", law.covariance()[0], varQ, 1e-12, "closed form");
        found(name + ": variance of the momentum", law.covariance()[3], varP, 1e-12, "closed form");
    }
}
