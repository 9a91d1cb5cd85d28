/** Tests of the embedded server: what it is, and that nothing of it stays. */
@NullMarked
package dev.screentest.testbed.embedded;

import org.jspecify.annotations.NullMarked;
