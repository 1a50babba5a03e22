package thalweg.room.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import thalweg.room.law.power.Exponent;
import thalweg.room.law.unit.BalancedLaw;
import thalweg.room.law.unit.PiGroup;
import thalweg.room.law.unit.Variable;
import thalweg.study.Figure;

/// Writes dimensional analysis into a report.
///
/// @param variables the target, then the inputs, with their units
record UnitFigures(List<Variable> variables) {
    /// A basis of the dimensionless products of target and inputs, one row each with the power of every column; empty
    /// where there are none.
    Optional<Figure.Table> groups() {
        List<Variable> targetLast = new ArrayList<>(variables.subList(1, variables.size()));
        targetLast.add(variables.getFirst());
        List<PiGroup> groups = PiGroup.of(targetLast);
        List<String> headings = new ArrayList<>(List.of("group"));
        targetLast.forEach(variable -> headings.add(variable.name()));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (PiGroup group : groups) {
            List<@Nullable Object> row = new ArrayList<>(List.of(group.toString()));
            group.exponents().forEach(power -> row.add(power.longValueExact()));
            rows.add(row);
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(Figure.Table.of("pi groups", headings, rows));
    }

    /// The groups of inputs alone with the powers found for them.
    static Figure.Table powers(BalancedLaw law) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int g = 0; g < law.powers().size(); g++) {
            Exponent power = law.powers().get(g);
            rows.add(Arrays.asList(
                    law.balance().groups().get(g).toString(), power.value(), power.error(), power.low(), power.high()));
        }
        return Figure.Table.of(
                "powers of groups", List.of("group", "power", "standard error", "95 % low", "95 % high"), rows);
    }
}
