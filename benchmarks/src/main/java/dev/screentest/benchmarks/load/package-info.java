/**
 * A small load generator: threads that perform units of work one after the other or at times that
 * were fixed beforehand, and a data source that notes how long each waits for a connection and
 * holds it. It knows no database and no framework, and of pools only how they refuse.
 */
@NullMarked
package dev.screentest.benchmarks.load;

import org.jspecify.annotations.NullMarked;
