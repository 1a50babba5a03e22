/// The process: streams, signals and exit status around the command line.
package thalweg.workbench;
