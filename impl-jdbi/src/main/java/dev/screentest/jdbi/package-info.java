/** The contract through Jdbi 3. */
@NullMarked
package dev.screentest.jdbi;

import org.jspecify.annotations.NullMarked;
