/// Nonlinear least squares of a formula that is given: its slopes are exact, parameters that enter linearly are solved
/// for, and where no start is known many are tried.
package thalweg.room.law.curve;
