/// The ground floor: tensors, the programs they record, and keys for randomness.
package thalweg.array;
