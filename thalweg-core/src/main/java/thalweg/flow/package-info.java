/// The law of motion, the flows that follow it, the promises they make, and the run that holds them to a length.
package thalweg.flow;
