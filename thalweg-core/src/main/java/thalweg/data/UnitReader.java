package thalweg.data;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hipparchus.fraction.Fraction;
import thalweg.array.Misuse;

/// The grammar of units: factors joined by a space, `*`, `.` or `/` (which divides by the next factor only),
/// each a symbol with an optional SI prefix and an optional exponent, or a number.
final class UnitReader {
    private static final Map<String, Unit> SYMBOLS = new HashMap<>();
    private static final Map<String, Double> PREFIXES = new HashMap<>();
    private static final Pattern FACTOR =
            Pattern.compile("\\s*([*./·]?)\\s*(?:([0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)|([\\p{L}%°_]+))"
                    + "(?:(?:\\^|\\*\\*)?\\(?([+-]?[0-9]+)(?:/([0-9]+))?\\)?)?");

    static {
        for (String base : new String[] {"m", "s", "A", "K", "mol", "cd", "kg"}) {
            SYMBOLS.put(base, new Unit(base, 1, Dimension.base(base)));
        }
        String[] derived = {
            "g 1e-3 kg",
            "Hz 1 s-1",
            "N 1 kg m s-2",
            "Pa 1 N m-2",
            "J 1 N m",
            "W 1 J s-1",
            "C 1 A s",
            "V 1 W A-1",
            "F 1 C V-1",
            "ohm 1 V A-1",
            "Ω 1 V A-1",
            "S 1 A V-1",
            "Wb 1 V s",
            "T 1 Wb m-2",
            "H 1 Wb A-1",
            "Bq 1 s-1",
            "Gy 1 J kg-1",
            "L 1e-3 m3",
            "l 1e-3 m3",
            "t 1e3 kg",
            "min 60 s",
            "h 3600 s",
            "hr 3600 s",
            "d 86400 s",
            "day 86400 s",
            "days 86400 s",
            "yr 31557600 s",
            "a 31557600 s",
            "year 31557600 s",
            "years 31557600 s",
            "century 3155760000 s",
            "au 149597870700 m",
            "AU 149597870700 m",
            "ly 9460730472580800 m",
            "pc 3.0856775814913673e16 m",
            "Å 1e-10 m",
            "angstrom 1e-10 m",
            "eV 1.602176634e-19 J",
            "u 1.66053906892e-27 kg",
            "Da 1.66053906892e-27 kg",
            "bar 1e5 Pa",
            "atm 101325 Pa",
            "cal 4.184 J",
            "erg 1e-7 J",
            "dyn 1e-5 N",
            "Msun 1.988409870698051e30 kg",
            "Mearth 5.972168e24 kg",
            "in 0.0254 m",
            "ft 0.3048 m",
            "mile 1609.344 m",
            "lb 0.45359237 kg",
        };
        for (String line : derived) {
            String[] part = line.split(" ", 3);
            Unit of = read(part[2]);
            SYMBOLS.put(part[0], new Unit(part[0], Double.parseDouble(part[1]) * of.factor(), of.dimension()));
        }
        String[] pure = {"rad 1", "sr 1", "1 1", "% 0.01", "percent 0.01", "count 1", "deg 0.017453292519943295"};
        for (String line : pure) {
            String[] part = line.split(" ");
            SYMBOLS.put(part[0], new Unit(part[0], Double.parseDouble(part[1]), Dimension.NONE));
        }
        SYMBOLS.put("°", new Unit("°", Math.PI / 180, Dimension.NONE));
        String[] prefixes = {
            "q -30", "r -27", "y -24", "z -21", "a -18", "f -15", "p -12", "n -9", "u -6", "µ -6", "μ -6", "m -3",
            "c -2", "d -1", "da 1", "h 2", "k 3", "M 6", "G 9", "T 12", "P 15", "E 18", "Z 21", "Y 24",
        };
        for (String line : prefixes) {
            String[] part = line.split(" ");
            PREFIXES.put(part[0], Double.parseDouble("1e" + part[1]));
        }
    }

    private UnitReader() {}

    static Unit read(String text) {
        String rest = text.strip();
        double factor = 1;
        Dimension dimension = Dimension.NONE;
        Matcher matcher = FACTOR.matcher(rest);
        int at = 0;
        while (at < rest.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new Misuse(
                        "the unit \"" + text + "\", which breaks at \"" + rest.substring(at) + "\"",
                        "symbols with powers, like m/s, m s-1 or kg*m^2/s^2",
                        "correct the unit");
            }
            Unit one = matcher.group(2) != null
                    ? new Unit(matcher.group(2), Double.parseDouble(matcher.group(2)), Dimension.NONE)
                    : symbol(matcher.group(3), text);
            Fraction power = exponent(matcher, text);
            if (matcher.group(1).equals("/")) {
                power = power.negate();
            }
            factor *= StrictMath.pow(one.factor(), power.doubleValue());
            dimension = dimension.times(one.dimension().power(power));
            at = matcher.end();
        }
        return new Unit(text.strip(), factor, dimension);
    }

    private static Fraction exponent(Matcher matcher, String text) {
        if (matcher.group(4) == null) {
            return Fraction.ONE;
        }
        try {
            int over = matcher.group(5) == null ? 1 : Integer.parseInt(matcher.group(5));
            int top = Integer.parseInt(matcher.group(4));
            if (over != 0 && Math.abs(top) <= 100 && over <= 100) {
                return new Fraction(top, over);
            }
        } catch (NumberFormatException e) {
            // too long for an exponent: refused below
        }
        throw new Misuse(
                "the unit \"" + text + "\" with the exponent " + matcher.group(4),
                "exponents between -100 and 100",
                "correct the unit");
    }

    private static Unit symbol(String symbol, String text) {
        Unit known = SYMBOLS.get(symbol);
        if (known != null) {
            return known;
        }
        for (int length = Math.min(2, symbol.length() - 1); length >= 1; length--) {
            Double scale = PREFIXES.get(symbol.substring(0, length));
            Unit base = SYMBOLS.get(symbol.substring(length));
            if (scale != null && base != null) {
                return new Unit(symbol, scale * base.factor(), base.dimension());
            }
        }
        throw new Misuse(
                "the unit \"" + symbol + "\"" + (symbol.equals(text.strip()) ? "" : " in \"" + text + "\""),
                "an SI unit with or without prefix, or one of d, yr, au, pc, ly, eV, bar, atm, deg",
                Nearest.advice(symbol, SYMBOLS.keySet(), "leave the unit out or give it in SI units"));
    }
}
