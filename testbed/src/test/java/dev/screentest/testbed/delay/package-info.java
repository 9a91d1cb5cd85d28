/** Tests of a longer way to the server, on a real one. */
@NullMarked
package dev.screentest.testbed.delay;

import org.jspecify.annotations.NullMarked;
