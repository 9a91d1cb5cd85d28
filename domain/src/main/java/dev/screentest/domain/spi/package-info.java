/**
 * What more than one implementation needs to offer the contract, on {@code java.sql} alone.
 *
 * <p>{@link dev.screentest.domain.spi.GuardedMovieStore} enforces what is the same for all of them;
 * an implementation writes a {@link dev.screentest.domain.spi.UnitSession}. For frameworks that
 * have no unit of work of their own, {@link dev.screentest.domain.spi.Tracker} finds out what a
 * save has to write, and {@link dev.screentest.domain.spi.GraphMerge} merges.
 */
@NullMarked
package dev.screentest.domain.spi;

import org.jspecify.annotations.NullMarked;
