-- The movie schema of the SQLAlchemy ORM tutorial, with its table and column names. This file is the only
-- place that defines it. Running it twice is harmless. Everything is created in the first schema of the
-- search path.
--
-- Ids come in blocks of 50: a sequence value N stands for the ids N to N + 49 (Hibernate's "pooled-lo").
-- The sequences are the columns' defaults too, so that a client without the convention can insert; it uses
-- one id of each block.

create sequence if not exists movies_id_seq as bigint increment by 50;
create sequence if not exists actors_id_seq as bigint increment by 50;
create sequence if not exists stuntmen_id_seq as bigint increment by 50;
create sequence if not exists contact_details_id_seq as bigint increment by 50;

create table if not exists movies (
  id           bigint  primary key default nextval('movies_id_seq'),
  title        varchar not null,
  release_date date
);

create table if not exists actors (
  id       bigint  primary key default nextval('actors_id_seq'),
  name     varchar not null,
  birthday date
);

-- No foreign key cascades: whoever deletes does the work, so that every implementation sends it.
create table if not exists movies_actors (
  movie_id bigint not null references movies,
  actor_id bigint not null references actors,
  primary key (movie_id, actor_id)
);

create table if not exists stuntmen (
  id       bigint  primary key default nextval('stuntmen_id_seq'),
  name     varchar not null,
  active   boolean not null,
  actor_id bigint  not null unique references actors
);

create table if not exists contact_details (
  id           bigint  primary key default nextval('contact_details_id_seq'),
  phone_number varchar not null,
  address      varchar not null,
  actor_id     bigint  not null references actors
);

-- Foreign keys are indexed; movies_actors.movie_id and stuntmen.actor_id by their keys.
create index if not exists movies_actors_actor_id on movies_actors (actor_id);
create index if not exists contact_details_actor_id on contact_details (actor_id);

create index if not exists movies_release_date_id on movies (release_date, id);
create index if not exists movies_title_id on movies (title collate "C", id);
create index if not exists actors_name on actors (name);
