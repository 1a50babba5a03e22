package thalweg.room.law.unit;

import thalweg.data.Unit;

/// A quantity with its unit.
public record Variable(String name, Unit unit) {
    /// @param unit as `m/s`; empty for a pure number
    public static Variable of(String name, String unit) {
        return new Variable(name, unit.isEmpty() ? Unit.ONE : Unit.parse(unit));
    }
}
