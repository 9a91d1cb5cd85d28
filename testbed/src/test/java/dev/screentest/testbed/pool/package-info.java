/** Tests of what single libraries do, on a real server. */
@NullMarked
package dev.screentest.testbed.pool;

import org.jspecify.annotations.NullMarked;
