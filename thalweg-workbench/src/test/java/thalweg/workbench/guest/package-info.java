/// Experiments that live only in the tests: no door can know them by name.
package thalweg.workbench.guest;
