/** The contract through Hibernate ORM. */
@NullMarked
package dev.screentest.hibernate;

import org.jspecify.annotations.NullMarked;
