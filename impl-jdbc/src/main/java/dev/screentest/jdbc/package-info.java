/**
 * The contract on plain JDBC and pgjdbc: the floor, against which the frameworks are measured.
 *
 * <p>Start with {@link dev.screentest.jdbc.JdbcMovieStoreProvider}; the README of this module says
 * what is used and why.
 */
@NullMarked
package dev.screentest.jdbc;

import org.jspecify.annotations.NullMarked;
