/// Flows that only go down: first-order descents, quasi-Newton, trust regions and least squares.
package thalweg.flow.descent;
