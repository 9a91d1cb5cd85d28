/**
 * PostgreSQL to work on: servers started or found, schemas of our own in them, pools on those.
 *
 * <p>Begin with {@link dev.screentest.testbed.database.DatabaseSpec}, go on with {@link
 * dev.screentest.testbed.database.Database}.
 */
@NullMarked
package dev.screentest.testbed.database;

import org.jspecify.annotations.NullMarked;
