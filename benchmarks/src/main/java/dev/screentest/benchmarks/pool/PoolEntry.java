package dev.screentest.benchmarks.pool;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** A line of the journal of a study. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "entry")
@JsonSubTypes({
  @JsonSubTypes.Type(value = PoolHeader.class, name = "pools"),
  @JsonSubTypes.Type(value = Measured.class, name = "cell"),
  @JsonSubTypes.Type(value = Opened.class, name = "opened"),
  @JsonSubTypes.Type(value = CellFailure.class, name = "failure")
})
public sealed interface PoolEntry permits PoolHeader, Measured, Opened, CellFailure {}
