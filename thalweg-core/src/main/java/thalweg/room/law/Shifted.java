package thalweg.room.law;

import java.util.List;
import java.util.Map;
import thalweg.data.Column;
import thalweg.data.Dataset;

/// A table seen with an offset taken from some columns, with signs dropped where asked, and with units that were
/// told.
///
/// @param offset column to what is subtracted from it
/// @param absolute whether the size of a number stands for it
/// @param units column to the unit that replaces its own
record Shifted(Dataset table, Map<String, Double> offset, boolean absolute, Map<String, String> units)
        implements Dataset {
    static Dataset of(Dataset table, Map<String, Double> offset, boolean absolute, Map<String, String> units) {
        return offset.isEmpty() && !absolute && units.isEmpty() ? table : new Shifted(table, offset, absolute, units);
    }

    @Override
    public String name() {
        return table.name();
    }

    @Override
    public List<Column> columns() {
        return table.columns().stream().map(this::told).toList();
    }

    private Column told(Column own) {
        String unit = units.get(own.name());
        return unit == null ? own : new Column(own.name(), unit, own.kind(), own.missing(), own.firstText());
    }

    @Override
    public long rows() {
        return table.rows();
    }

    @Override
    public String sha256() {
        return table.sha256();
    }

    @Override
    public List<String> notes() {
        return table.notes();
    }

    @Override
    public List<String> texts(String name) {
        return table.texts(name);
    }

    @Override
    public void stream(List<String> names, Visitor visitor) {
        double[] shift = names.stream()
                .mapToDouble(name -> offset.getOrDefault(name, 0.0))
                .toArray();
        table.stream(names, (first, count, block) -> {
            for (int c = 0; c < block.length; c++) {
                for (int i = 0; i < count; i++) {
                    double value = block[c][i] - shift[c];
                    block[c][i] = absolute ? Math.abs(value) : value;
                }
            }
            visitor.rows(first, count, block);
        });
    }
}
