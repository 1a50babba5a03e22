/// What laws are sought in: samples in groups within which a law must not change, read from tables or made up.
package thalweg.room.symmetry.sample;
