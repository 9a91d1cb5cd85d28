/** Tests of the meters against what was counted by hand. */
@NullMarked
package dev.screentest.testbed.meter;

import org.jspecify.annotations.NullMarked;
