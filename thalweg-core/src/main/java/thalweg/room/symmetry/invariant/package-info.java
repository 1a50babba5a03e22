/// The engine: combinations of features that vary less within groups than in all, and what tells a law from chance.
package thalweg.room.symmetry.invariant;
