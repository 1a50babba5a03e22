package thalweg.room.law.planet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import thalweg.array.Key;
import thalweg.array.Misuse;

/// A made-up planetary system and its astronomer: distances and masses spread evenly in their logarithms, and
/// measured values that are off by normal errors of `noise` in their logarithm, independent in distance and
/// period.
///
/// Measured `a exp(noise z)` states the error `noise a exp(noise z)`, so that the stated error of the logarithm
/// is the true one.
///
/// @param bodies how many planets, 1 or more
/// @param noise relative standard error of both measurements, 0 or more
/// @param nearest smallest semi-major axis, au
/// @param farthest largest semi-major axis, au
/// @param lightest smallest mass, solar masses
/// @param heaviest largest mass, solar masses
public record Sky(int bodies, double noise, double nearest, double farthest, double lightest, double heaviest) {
    /// Mercury's to Neptune's distances, Mercury's to Jupiter's masses.
    public Sky(int bodies, double noise) {
        this(bodies, noise, 0.3, 40, 1e-7, 1e-3);
    }

    public Sky {
        if (bodies < 1 || !(noise >= 0 && noise < 10)) {
            throw new Misuse(
                    bodies + " bodies with a noise of " + noise,
                    "at least 1 body and a noise from 0 to 10",
                    "correct the number");
        }
        if (!(0 < nearest && nearest <= farthest && farthest < 1e6 && 0 < lightest && lightest <= heaviest)) {
            throw new Misuse(
                    "distances " + nearest + " .. " + farthest + " au, masses " + lightest + " .. " + heaviest,
                    "positive ranges, the smaller number first",
                    "correct the range");
        }
    }

    /// The planets, nearest first: a function of the key alone.
    public List<Planet> draw(Key key) {
        double[] place = key.fold(0).uniforms(bodies);
        double[] weight = key.fold(1).uniforms(bodies);
        double[] axisNoise = key.fold(2).normals(bodies);
        double[] periodNoise = key.fold(3).normals(bodies);
        List<Planet> planets = new ArrayList<>();
        for (int i = 0; i < bodies; i++) {
            double mass = spread(lightest, heaviest, weight[i]);
            double trueAxis = spread(nearest, farthest, place[i]);
            double truePeriod = Planet.period(trueAxis, mass);
            double axis = trueAxis * StrictMath.exp(noise * axisNoise[i]);
            double period = truePeriod * StrictMath.exp(noise * periodNoise[i]);
            planets.add(new Planet("", mass, trueAxis, truePeriod, axis, noise * axis, period, noise * period));
        }
        planets.sort(Comparator.comparingDouble(Planet::trueAxis));
        List<Planet> named = new ArrayList<>();
        for (Planet p : planets) {
            named.add(new Planet(
                    "planet " + (named.size() + 1),
                    p.mass(),
                    p.trueAxis(),
                    p.truePeriod(),
                    p.axis(),
                    p.axisError(),
                    p.period(),
                    p.periodError()));
        }
        return List.copyOf(named);
    }

    private static double spread(double low, double high, double u) {
        return low * StrictMath.exp(u * StrictMath.log(high / low));
    }
}
