package dev.screentest.jdbi;

import java.lang.reflect.Type;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.array.SqlArrayType;
import org.jdbi.v3.core.array.SqlArrayTypeFactory;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * Arrays of their elements' own class. Jdbi's own are arrays of objects, of which the driver makes
 * text; a {@code Long[]} it sends as it is.
 */
final class TypedArrays implements SqlArrayTypeFactory {

  private static final Map<Type, SqlArrayType<?>> KNOWN =
      Map.of(
          Long.class, new TypedArray<>(Long.class, "bigint"),
          String.class, new TypedArray<>(String.class, "varchar"),
          Boolean.class, new TypedArray<>(Boolean.class, "boolean"));

  @Override
  public Optional<SqlArrayType<?>> build(Type elementType, ConfigRegistry config) {
    return Optional.ofNullable(KNOWN.get(elementType));
  }

  private record TypedArray<T>(Class<T> elementClass, String typeName) implements SqlArrayType<T> {

    @Override
    public String getTypeName() {
      return typeName;
    }

    @Override
    public Object convertArrayElement(T element) {
      return element;
    }

    @Override
    public Class<?> getArrayElementClass() {
      return elementClass;
    }
  }
}
