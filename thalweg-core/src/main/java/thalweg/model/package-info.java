/// Models: records whose tensors are their parameters.
package thalweg.model;
