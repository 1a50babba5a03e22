/// The list of what Thalweg can do.
package thalweg;
