/**
 * The only classes that name the pool, and with it the driver, of those whose work is measured. A
 * class loader that has others of both defines these classes anew and so gets pools of its own;
 * what they share with everybody else is in {@link dev.screentest.testbed.database}.
 */
@NullMarked
package dev.screentest.testbed.pool;

import org.jspecify.annotations.NullMarked;
