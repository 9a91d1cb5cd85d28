@NullMarked
package dev.screentest.testbed.fault;

import org.jspecify.annotations.NullMarked;
