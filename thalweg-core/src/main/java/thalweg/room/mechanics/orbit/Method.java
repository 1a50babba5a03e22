package thalweg.room.mechanics.orbit;

import java.util.Locale;
import thalweg.flow.Field;
import thalweg.flow.Flow;
import thalweg.flow.motion.Composition;
import thalweg.flow.motion.DormandPrince;
import thalweg.flow.motion.Gauss;
import thalweg.flow.motion.Moving;
import thalweg.flow.motion.Radau;
import thalweg.flow.motion.RungeKutta;
import thalweg.flow.motion.Splitting;
import thalweg.flow.motion.Tableau;
import thalweg.flow.motion.Verlet;

/// The integrators an orbit can be followed by, all with compensated sums where steps are of fixed size.
public enum Method {
    /// By the law: Kahan-Li 8 where it is separable, Gauss 6 where it is not, Dormand-Prince 8 for other motions.
    AUTO("chosen by the law", Kind.CHOSEN, 0),
    SYMPLECTIC_EULER("symplectic Euler", Kind.SPLITTING, 1),
    VERLET("Verlet", Kind.SPLITTING, 2),
    LEAPFROG("leapfrog, drift first", Kind.SPLITTING, 2),
    YOSHIDA4("Yoshida 4", Kind.SPLITTING, 4),
    SUZUKI4("Suzuki 4", Kind.SPLITTING, 4),
    PEFRL("PEFRL", Kind.SPLITTING, 4),
    YOSHIDA6("Yoshida 6", Kind.SPLITTING, 6),
    SUZUKI_UMENO8("Suzuki-Umeno 8", Kind.SPLITTING, 8),
    KAHAN_LI8("Kahan-Li 8", Kind.SPLITTING, 8),
    MIDPOINT("implicit midpoint", Kind.FIXED, 2),
    GAUSS4("Gauss 4", Kind.FIXED, 4),
    GAUSS6("Gauss 6", Kind.FIXED, 6),
    EULER("explicit Euler", Kind.FIXED, 1),
    HEUN("Heun", Kind.FIXED, 2),
    RK4("Runge-Kutta 4", Kind.FIXED, 4),
    DP5("Dormand-Prince 5", Kind.ADAPTIVE, 5),
    DP8("Dormand-Prince 8", Kind.ADAPTIVE, 8),
    RADAU("Radau IIA 5", Kind.ADAPTIVE, 5);

    /// What a method needs of a law and of the user.
    enum Kind {
        CHOSEN,
        /// A separable law and a step.
        SPLITTING,
        /// A step.
        FIXED,
        /// A tolerance.
        ADAPTIVE
    }

    private final String title;
    private final Kind kind;
    private final int order;

    Method(String title, Kind kind, int order) {
        this.title = title;
        this.kind = kind;
        this.order = order;
    }

    /// The name in sentences.
    public String title() {
        return title;
    }

    /// The nominal order of the error, 0 before a method is chosen.
    public int order() {
        return order;
    }

    Kind kind() {
        return kind;
    }

    boolean adaptive() {
        return kind == Kind.ADAPTIVE;
    }

    /// Whether a step back undoes a step: errors then have even powers of the step only.
    boolean symmetric() {
        return switch (this) {
            case VERLET,
                    LEAPFROG,
                    YOSHIDA4,
                    SUZUKI4,
                    PEFRL,
                    YOSHIDA6,
                    SUZUKI_UMENO8,
                    KAHAN_LI8,
                    MIDPOINT,
                    GAUSS4,
                    GAUSS6 -> true;
            case AUTO, SYMPLECTIC_EULER, EULER, HEUN, RK4, DP5, DP8, RADAU -> false;
        };
    }

    /// The word a user types.
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The splitting at a step.
    Splitting splitting(double step) {
        Splitting plain = switch (this) {
            case SYMPLECTIC_EULER -> Verlet.euler(step);
            case VERLET -> Verlet.kickFirst(step);
            case LEAPFROG -> Verlet.driftFirst(step);
            case YOSHIDA4 -> Composition.yoshida4(step);
            case SUZUKI4 -> Composition.suzuki4(step);
            case PEFRL -> Composition.pefrl(step);
            case YOSHIDA6 -> Composition.yoshida6(step);
            case SUZUKI_UMENO8 -> Composition.suzukiUmeno8(step);
            // drifts first, since the energy then strays ten times less near the sun
            case KAHAN_LI8 -> Composition.kahanLi8(step).dual();
            case AUTO, MIDPOINT, GAUSS4, GAUSS6, EULER, HEUN, RK4, DP5, DP8, RADAU ->
                throw new IllegalStateException(title + " is no splitting");
        };
        return plain.withCompensation();
    }

    /// The flow of a field at a step or, for an adaptive method, a tolerance.
    <S> Flow<S, Moving> on(Field<S> field, double step, double tolerance) {
        return switch (this) {
            case MIDPOINT -> Gauss.midpoint(step).withCompensation().on(field);
            case GAUSS4 -> Gauss.fourth(step).withCompensation().on(field);
            case GAUSS6 -> Gauss.sixth(step).withCompensation().on(field);
            case EULER -> RungeKutta.euler(step).withCompensation().on(field);
            case HEUN -> RungeKutta.heun(step).withCompensation().on(field);
            case RK4 -> RungeKutta.classical(step).withCompensation().on(field);
            case DP5 -> new DormandPrince(tolerance, tolerance, 5).on(field);
            case DP8 -> new DormandPrince(tolerance, tolerance, 8).on(field);
            case RADAU -> new Radau(tolerance).on(field);
            case AUTO,
                    SYMPLECTIC_EULER,
                    VERLET,
                    LEAPFROG,
                    YOSHIDA4,
                    SUZUKI4,
                    PEFRL,
                    YOSHIDA6,
                    SUZUKI_UMENO8,
                    KAHAN_LI8 -> throw new IllegalStateException(title + " needs a separable law");
        };
    }

    /// The same flow with steps of one size, by which an order is measured.
    <S> Flow<S, Moving> even(Field<S> field, double step) {
        return switch (this) {
            case DP5 -> new RungeKutta(step, Tableau.DORMAND_PRINCE_5, true).on(field);
            case DP8 -> new RungeKutta(step, Tableau.DORMAND_PRINCE_8, true).on(field);
            case RADAU -> throw new IllegalStateException("Radau chooses its steps");
            default -> on(field, step, Double.NaN);
        };
    }
}
