/// Data of Stan programs: CmdStan's JSON and R dump.
package thalweg.stan.data;
