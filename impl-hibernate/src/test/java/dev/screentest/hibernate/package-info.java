/** What of Hibernate is not told by the suite. */
@NullMarked
package dev.screentest.hibernate;

import org.jspecify.annotations.NullMarked;
