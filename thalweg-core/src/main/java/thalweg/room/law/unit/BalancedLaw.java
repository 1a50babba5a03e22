package thalweg.room.law.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import thalweg.data.Dataset;
import thalweg.room.law.power.Combination;
import thalweg.room.law.power.Exponent;
import thalweg.room.law.power.Goodness;
import thalweg.room.law.power.Loss;
import thalweg.room.law.power.PowerLaw;
import thalweg.room.law.power.Prediction;
import thalweg.room.law.power.Prefactor;

/// A power law that respects units, so that its prefactor is a pure number:
///
///     y = A * product over k of x_k^e_k * product over g of pi_g^p_g
///
/// with the exponents `e_k` of a [Balance], exact, and the powers `p_g` of its dimensionless groups, measured.
/// Buckingham, Phys. Rev. 4 (1914) 345.
public final class BalancedLaw implements PowerLaw {
    private final Balance balance;
    private final PowerLaw groups;
    private final PowerLaw free;
    private final Goodness goodness;

    private BalancedLaw(Balance balance, PowerLaw groups, PowerLaw free, Goodness goodness) {
        this.balance = balance;
        this.groups = groups;
        this.free = free;
        this.goodness = goodness;
    }

    /// Least squares as [PowerLaw#plain]; it explains the data where free exponents do not explain more.
    public static BalancedLaw plain(Dataset table, Balance balance) {
        PiTable pi = new PiTable(table, balance);
        PowerLaw groups = PowerLaw.plain(pi, PiTable.column(0), pi.groups());
        PowerLaw free = free(table, balance);
        return new BalancedLaw(balance, groups, free, Goodness.restricted(groups, free));
    }

    /// Greatest likelihood as [PowerLaw#weighted].
    public static BalancedLaw weighted(Dataset table, Balance balance, Map<String, String> errors) {
        PiTable pi = new PiTable(table, balance);
        PowerLaw groups = PowerLaw.weighted(pi, PiTable.column(0), pi.groups(), pi.noises(errors));
        return new BalancedLaw(balance, groups, free(table, balance), groups.goodness());
    }

    /// Least squares as [PowerLaw#robust].
    public static BalancedLaw robust(Dataset table, Balance balance, Loss loss) {
        PiTable pi = new PiTable(table, balance);
        PowerLaw groups = PowerLaw.robust(pi, PiTable.column(0), pi.groups(), loss);
        return new BalancedLaw(balance, groups, free(table, balance), groups.goodness());
    }

    private static PowerLaw free(Dataset table, Balance balance) {
        List<String> inputs = balance.inputs().stream().map(Variable::name).toList();
        return PowerLaw.plain(table, balance.target().name(), inputs);
    }

    /// The dimensionless groups with the powers found for them.
    public List<Exponent> powers() {
        return groups.exponents();
    }

    public Balance balance() {
        return balance;
    }

    @Override
    public String target() {
        return balance.target().name();
    }

    @Override
    public List<String> inputs() {
        return free.inputs();
    }

    @Override
    public List<Exponent> exponents() {
        List<Exponent> powers = groups.exponents();
        double[] values = balance.exponents(
                powers.stream().mapToDouble(p -> p.determined() ? p.value() : 0).toArray());
        double[] covariance = covariance();
        List<Exponent> exponents = new ArrayList<>();
        for (int k = 0; k < values.length; k++) {
            String input = inputs().get(k);
            boolean exact = true;
            boolean determined = true;
            for (int g = 0; g < powers.size(); g++) {
                boolean takesPart = power(g, k) != 0;
                exact &= !takesPart;
                determined &= !takesPart || powers.get(g).determined();
            }
            double error = Math.sqrt(Math.max(0, covariance[(k + 1) * (values.length + 2)]));
            exponents.add(
                    exact
                            ? Exponent.exact(input, values[k])
                            : Exponent.measured(
                                    input, determined ? values[k] : Double.NaN, determined ? error : Double.NaN, this));
        }
        return exponents;
    }

    private double power(int group, int input) {
        return balance.groups().get(group).exponents().get(input).doubleValue();
    }

    /// A pure number.
    @Override
    public Prefactor prefactor() {
        return Prefactor.measured(groups.prefactor().log(), groups.prefactor().logError(), this);
    }

    @Override
    public Prefactor columnPrefactor() {
        double log = groups.prefactor().log() - logFactor(balance.target());
        List<Exponent> exponents = exponents();
        for (int k = 0; k < exponents.size(); k++) {
            double factor = logFactor(balance.inputs().get(k));
            log += factor == 0 ? 0 : factor * exponents.get(k).value();
        }
        return Prefactor.measured(log, Math.sqrt(Math.max(0, covariance()[0])), this);
    }

    private static double logFactor(Variable variable) {
        return StrictMath.log(variable.unit().factor());
    }

    @Override
    public List<Combination> combinations() {
        return groups.combinations();
    }

    @Override
    public Goodness goodness() {
        return goodness;
    }

    @Override
    public long rows() {
        return groups.rows();
    }

    @Override
    public long degreesOfFreedom() {
        return groups.degreesOfFreedom();
    }

    @Override
    public double scatter() {
        return groups.scatter();
    }

    @Override
    public boolean weighted() {
        return groups.weighted();
    }

    /// That of `(ln A, p_1, .., p_G)`, carried over by `ln A_columns = ln A - ln f_y + sum_k n_k ln f_k` and
    /// `n_k = e_k + sum_g p_g G_gk`.
    @Override
    public double[] covariance() {
        int from = balance.groups().size() + 1;
        int to = balance.inputs().size() + 1;
        double[][] turned = new double[to][from];
        turned[0][0] = 1;
        for (int k = 1; k < to; k++) {
            for (int g = 1; g < from; g++) {
                turned[k][g] = power(g - 1, k - 1);
                turned[0][g] += turned[k][g] * logFactor(balance.inputs().get(k - 1));
            }
        }
        double[] own = groups.covariance();
        double[] all = new double[to * to];
        for (int i = 0; i < all.length; i++) {
            for (int g = 0; g < own.length; g++) {
                all[i] += turned[i / to][g / from] * own[g] * turned[i % to][g % from];
            }
        }
        return all;
    }

    @Override
    public double low(int k) {
        return free.low(k);
    }

    @Override
    public double high(int k) {
        return free.high(k);
    }

    @Override
    public Prediction at(double... x) {
        double[] logs = new double[x.length];
        boolean outside = false;
        double log = -logFactor(balance.target());
        for (int k = 0; k < x.length; k++) {
            logs[k] = StrictMath.log(x[k]) + logFactor(balance.inputs().get(k));
            log += balance.exponents().get(k).doubleValue() * logs[k];
            outside |= !(x[k] >= low(k) && x[k] <= high(k));
        }
        double[] pi = new double[balance.groups().size()];
        for (int g = 0; g < pi.length; g++) {
            for (int k = 0; k < x.length; k++) {
                pi[g] += power(g, k) * logs[k];
            }
            pi[g] = StrictMath.exp(pi[g]);
        }
        Prediction own = groups.at(pi);
        double scale = StrictMath.exp(log);
        return new Prediction(own.value() * scale, own.error() * scale, own.low() * scale, own.high() * scale, outside);
    }
}
