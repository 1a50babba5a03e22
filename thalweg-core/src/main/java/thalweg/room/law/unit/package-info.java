/// Dimensional analysis: pi groups by an exact null space, and the exponents that units allow.
package thalweg.room.law.unit;
