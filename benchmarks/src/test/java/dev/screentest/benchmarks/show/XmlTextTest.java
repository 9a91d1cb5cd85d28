package dev.screentest.benchmarks.show;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.testbed.meter.SentStatement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What of XML files belongs to statements that were sent. */
class XmlTextTest {

  private static final XmlText MAPPER =
      XmlText.of(
          """
          <?xml version="1.0" encoding="UTF-8"?>
          <!DOCTYPE mapper PUBLIC "-//mybatis.org//DTD Mapper 3.0//EN" "https://mybatis.org/dtd">
          <mapper namespace="there.MovieMapper">
            <!-- <select id="hidden">select 1</select> -->
            <sql id="columns">m.id, m.title</sql>
            <resultMap id="plain" type="Movie"><id column="id" /></resultMap>
            <resultMap id="movie" type="Movie" extends="plain">
              <result column="title" />
            </resultMap>
            <select id="find" resultMap="movie">
              select <include refid="columns" />
              from movies m
              <if test="id > 0">where m.id = #{id}</if>
            </select>
            <select id="count" resultType="long">select count(*) from movies</select>
            <insert id="insert">
              insert into movies (id, title)
              values (#{id}, #{title})
            </insert>
            <update id="update">update movies set title = #{title}, seen = #{seen}</update>
            <update id="retitle">update movies set title = #{title}</update>
          </mapper>
          """);

  private static final XmlText MAPPING =
      XmlText.of(
          """
          <entity-mappings version="3.2">
            <package>there</package>
            <sequence-generator name="movies" sequence-name="movies_id_seq"/>
            <entity class="Movie">
              <table name="movies"/>
              <many-to-many name="actors">
                <join-table name="movies_actors"/>
              </many-to-many>
            </entity>
            <entity class="Actor">
              <table name="actors"/>
            </entity>
            <entity class="Role">
              <table name="roles"/>
              <embedded-id name="id"/>
            </entity>
            <embeddable class="RoleId"/>
          </entity-mappings>
          """);

  private static SentStatement sent(String sql) {
    return new SentStatement(sql, true, List.of(), List.of());
  }

  private static Set<String> mapped(String sql) {
    return new EntityMappings(List.of(MAPPER, MAPPING)).texts(List.of(sent(sql)));
  }

  private static Set<String> statements(String sql) {
    return new MapperFiles(List.of(MAPPER, MAPPING)).statements(List.of(sent(sql)));
  }

  @Test
  void aFileIsCutBelowItsRootAndCommentsAreNoElements() {
    assertThat(MAPPER.root()).isEqualTo("mapper");
    assertThat(MAPPER.elements())
        .extracting(element -> XmlText.attribute(element, "id").orElseThrow())
        .containsExactly(
            "columns", "plain", "movie", "find", "count", "insert", "update", "retitle");
    assertThat(MAPPER.elements().get(3)).startsWith("<select").endsWith("</select>");
    assertThat(MAPPING.elements()).hasSize(6);
  }

  @Test
  void aStatementTakesAlongWhatItNamesAndNothingElse() {
    MapperFiles files = new MapperFiles(List.of(MAPPER));

    assertThat(files.texts(Set.of("there.MovieMapper.find")))
        .extracting(element -> XmlText.attribute(element, "id").orElseThrow())
        .containsExactlyInAnyOrder("find", "movie", "plain", "columns");
  }

  @Test
  void aBatchIsKnownByItsTextThoughTheDriverMadeOneStatementOfManyRows() {
    assertThat(statements("insert into movies (id, title)\n values ($1, $2),($3, $4)"))
        .containsExactly("there.MovieMapper.insert");
    assertThat(statements("update movies set title = $1, seen = $2"))
        .containsExactly("there.MovieMapper.update");
    assertThat(statements("update movies set title = $1"))
        .containsExactly("there.MovieMapper.retitle");
    assertThat(statements("select m.id, m.title from movies m")).isEmpty();
    assertThat(statements("BEGIN")).isEmpty();
  }

  @Test
  void anEntityIsNeededWhereAStatementIsOnOneOfItsTables() {
    assertThat(mapped("select m1_0.id from movies m1_0 where m1_0.id=$1"))
        .singleElement()
        .asString()
        .contains("class=\"Movie\"");
    assertThat(mapped("delete from movies_actors where actor_id = $1"))
        .singleElement()
        .asString()
        .contains("class=\"Movie\"");
    assertThat(mapped("select nextval('movies_id_seq')"))
        .singleElement()
        .asString()
        .startsWith("<sequence-generator");
    assertThat(mapped("select 1")).isEmpty();
  }

  @Test
  void anEmbeddableComesWithTheEntityThatHasIt() {
    assertThat(mapped("insert into roles values ($1, $2)"))
        .hasSize(2)
        .anyMatch(element -> element.startsWith("<embeddable"));
  }

  @Test
  void theSameTextWithOtherIndentationCountsOnce() {
    assertThat(SourceText.lines(Set.of("<a>\n  <b/>\n</a>", "<a>\n    <b/>\n  </a>"))).isEqualTo(3);
  }
}
