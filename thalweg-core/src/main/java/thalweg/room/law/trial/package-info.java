/// The room's own claims, tried on data whose law is known: how often stated intervals hold the truth.
package thalweg.room.law.trial;
