/// The yardstick: our work and the peers' side by side, alternately, with the same number of threads.
///
/// Measuring only: nothing of Thalweg needs a peer to build, to run or to pass its tests.
package thalweg.peers;
