package thalweg.room.symmetry.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thalweg.array.Misuse;
import thalweg.data.Column;
import thalweg.data.Dataset;
import thalweg.data.Dimension;
import thalweg.data.Unit;

/// Columns of one dimension in one unit, that of the first of them.
final class SameUnits {
    private SameUnits() {}

    /// Converts in place.
    ///
    /// @param told units that replace those of the header
    /// @return the unit of each column that has one
    static Map<String, String> convert(
            Dataset table, List<String> names, double[][] columns, Map<String, String> told, List<String> warnings) {
        Map<String, String> units = new LinkedHashMap<>();
        Map<Dimension, Unit> first = new LinkedHashMap<>();
        for (int c = 0; c < names.size(); c++) {
            String name = names.get(c);
            Column column = table.column(name);
            String text = told.getOrDefault(name, column.unitText());
            if (text.isEmpty()) {
                continue;
            }
            Unit unit;
            try {
                unit = Unit.parse(text);
            } catch (Misuse e) {
                if (told.containsKey(name)) {
                    throw e;
                }
                warnings.add("Not understood and not used: " + e.found() + ".");
                continue;
            }
            Unit common = first.computeIfAbsent(unit.dimension(), _ -> unit);
            double factor = unit.in(common);
            if (factor != 1) {
                for (int i = 0; i < columns[c].length; i++) {
                    columns[c][i] *= factor;
                }
                warnings.add(name + " was converted from " + unit.text() + " to " + common.text() + ".");
            }
            units.put(name, common.text());
        }
        return units;
    }
}
