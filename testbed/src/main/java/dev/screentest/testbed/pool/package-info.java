/**
 * The only classes that name the libraries of pools, and with them the driver, of those whose work
 * is measured. A class loader that has others of both defines these classes anew and so gets pools
 * of its own; what they share with everybody else is in {@link dev.screentest.testbed.database}.
 *
 * <p>Each opener makes its library as safe as the others as far as that library goes: a connection
 * is tried before it is lent, an open transaction is rolled back on return, autocommit and
 * read-only mode are reset, statements are cached by the driver alone. What a library cannot do is
 * said at its opener.
 */
@NullMarked
package dev.screentest.testbed.pool;

import org.jspecify.annotations.NullMarked;
