/// Chains: flows whose long-run law is Gibbs's at a temperature.
package thalweg.flow.chain;
