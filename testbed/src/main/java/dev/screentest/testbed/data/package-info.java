/**
 * Data sets whose every row, and so every expected answer, is known without asking a database.
 *
 * <p>{@link dev.screentest.testbed.data.Catalogue} says what is in a data set, {@link
 * dev.screentest.testbed.data.Loader} puts it into a database, {@link
 * dev.screentest.testbed.data.Contents} reads a database back, and the facts ({@link
 * dev.screentest.testbed.data.MovieFacts}, {@link dev.screentest.testbed.data.ActorFacts}) compare
 * graphs by value.
 */
@NullMarked
package dev.screentest.testbed.data;

import org.jspecify.annotations.NullMarked;
