/// Programs made from programs: derivatives, batches, simpler forms; each is one rule an operation.
package thalweg.array.transform;
