/// Landscapes explored: the flow downhill, critical points and their signed count, basins, lowest paths from valley to
/// valley, and the map of it all.
package thalweg.room.learning.valley;
