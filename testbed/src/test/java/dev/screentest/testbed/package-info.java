/** What several tests of the test bed need. */
@NullMarked
package dev.screentest.testbed;

import org.jspecify.annotations.NullMarked;
