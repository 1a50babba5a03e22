package thalweg.room.bayes.draw;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Draws of one chain as CmdStan 2.39 writes them, so that ArviZ, CmdStanR and R's posterior read them unchanged.
///
/// The file holds no time: elapsed times differ from run to run and stand in `run.json`.
///
/// @param settings what stands in the comments above, `model` first; blanks before a name indent it
/// @param digits significant digits
public record CmdStanCsv(Map<String, String> settings, int digits) {
    private static final List<Gauge> SAMPLER = List.of(
            Gauge.HEIGHT, Gauge.ACCEPTANCE, Gauge.STEP, Gauge.DEPTH, Gauge.LEAPFROGS, Gauge.DIVERGENT, Gauge.ENERGY);

    /// The file of chain number `chain`, counted from 0.
    ///
    /// @param names of the quantities as CmdStan writes them, `a.2.1`
    /// @param step the step size of the draws
    /// @param mass the diagonal of the inverse mass matrix
    public byte[] bytes(Chains chains, List<String> names, int chain, double step, double[] mass) {
        StringBuilder text = new StringBuilder();
        text.append("# stan_version_major = 2\n# stan_version_minor = 39\n# stan_version_patch = 0\n");
        settings.forEach((name, value) -> text.append("# ")
                .append(name)
                .append(value.isEmpty() ? "" : " = " + value)
                .append('\n'));
        text.append("# id = ").append(chain + 1).append('\n');
        String separator = "";
        for (Gauge gauge : SAMPLER) {
            text.append(separator).append(gauge.word());
            separator = ",";
        }
        names.forEach(name -> text.append(',').append(name));
        text.append("\n# Adaptation terminated\n# Step size = ");
        number(text, step);
        text.append("\n# Diagonal elements of inverse mass matrix:\n# ");
        for (int i = 0; i < mass.length; i++) {
            text.append(i == 0 ? "" : ", ");
            number(text, mass[i]);
        }
        text.append('\n');
        for (int i = 0; i < chains.length(); i++) {
            for (int g = 0; g < SAMPLER.size(); g++) {
                text.append(g == 0 ? "" : ",");
                number(text, chains.gauge(SAMPLER.get(g))[chain][i]);
            }
            for (int k = 0; k < names.size(); k++) {
                text.append(',');
                number(text, chains.values()[k][chain][i]);
            }
            text.append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void number(StringBuilder text, double value) {
        if (Double.isNaN(value)) {
            text.append("nan");
        } else if (Double.isInfinite(value)) {
            text.append(value > 0 ? "inf" : "-inf");
        } else if (value == Math.rint(value) && Math.abs(value) < 1e8) {
            text.append((long) value);
        } else {
            text.append(
                    digits >= 17
                            ? value
                            : new BigDecimal(value)
                                    .round(new MathContext(digits))
                                    .doubleValue());
        }
    }
}
