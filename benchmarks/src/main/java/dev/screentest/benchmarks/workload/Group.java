package dev.screentest.benchmarks.workload;

/** What workloads are about; they are listed by it. */
public enum Group {
  FLOOR("The floor: units of work with nothing to map"),
  READ("Reads: one question, one statement"),
  PAGE("Pages of ten movies by title"),
  ROWS("Rows: how the size of a result counts"),
  GRAPH("Graphs: movies with their cast, by each strategy"),
  PROJECTION(
      "Projections: records instead of entities, to be held against graphs of the same size"),
  TRACKING("Tracking and caches: what the memory of units of work costs and saves"),
  INSERT("Inserts"),
  UPDATE("Updates and merges"),
  DELETE("Deletions and orphans"),
  REQUEST("A request of an application"),
  POOL("Contended pools"),
  START("Cold start");

  private final String title;

  Group(String title) {
    this.title = title;
  }

  /** Returns one line that says what its workloads are about. */
  public String title() {
    return title;
  }
}
