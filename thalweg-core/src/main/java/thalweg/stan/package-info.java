/// Stan programs run as they are: read, checked, bound to data, and traced into one array program.
package thalweg.stan;
