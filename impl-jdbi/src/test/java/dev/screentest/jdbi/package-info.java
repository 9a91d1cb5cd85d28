/** What holds for Jdbi and no other implementation; the rest is the suite's. */
@NullMarked
package dev.screentest.jdbi;

import org.jspecify.annotations.NullMarked;
