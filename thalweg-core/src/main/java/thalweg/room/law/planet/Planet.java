package thalweg.room.law.planet;

/// A planet of the Sun, as it is and as it was measured. Lengths in astronomical units, times in days.
///
/// @param name `planet 1`, counted outwards
/// @param mass in solar masses
/// @param trueAxis semi-major axis
/// @param truePeriod sidereal period, Newton's form of Kepler's third law
/// @param axis as measured
/// @param axisError its standard error
/// @param period as measured
/// @param periodError its standard error
public record Planet(
        String name,
        double mass,
        double trueAxis,
        double truePeriod,
        double axis,
        double axisError,
        double period,
        double periodError) {
    /// Gauss' constant `sqrt(G M_sun)`, au^(3/2) / day: the number that once defined the astronomical unit.
    static final double GAUSS = 0.01720209895;

    /// `T = 2 pi sqrt(a^3 / (G (M_sun + m)))` (Newton, Principia, book I, proposition 59), in days.
    ///
    /// @param axis semi-major axis, au
    /// @param mass solar masses
    public static double period(double axis, double mass) {
        return 2 * StrictMath.PI / GAUSS * Math.sqrt(axis * axis * axis / (1 + mass));
    }
}
