/// Learning as motion downhill: networks trained on tables.
package thalweg.room.learning;
