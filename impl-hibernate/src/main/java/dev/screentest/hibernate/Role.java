package dev.screentest.hibernate;

/** A row of the link table, as an entity that can be inserted and deleted in batches. */
class Role {

  private RoleId id = new RoleId(0, 0);

  Role() {}

  Role(RoleId id) {
    this.id = id;
  }

  RoleId id() {
    return id;
  }
}
