package jilu.validate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a schema says of elements, read only to explain what a validator has refused. Names are in Clark notation. */
interface Models {
  /** The model of an element that may be the root of a file. */
  Optional<Model> root(String name);

  Set<String> roots();

  /** Every element the schema names anywhere. */
  Set<String> names();

  /** Some element of that name, wherever it stands. */
  Optional<Model> any(String name);

  /** What one element may contain and bear. */
  interface Model {
    String name();

    Content content();

    /** Whether text may stand in it. */
    boolean text();

    Map<String, Attribute> attributes();

    /** Those of the attributes that may not be left out. */
    default Map<String, Attribute> required() {
      return attributes().entrySet().stream()
          .filter(attribute -> attribute.getValue().required())
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Optional<Model> child(String name);
  }

  /** What kind of value is wanted, so far as more can be said of it than that it is wrong. */
  enum Kind {
    DATE,
    ID,
    LANGUAGE,
    OTHER
  }

  /**
   * An attribute.
   *
   * @param values the only values allowed; none if there is no such list
   * @param named the values that the schema names, whether others are allowed or not
   */
  record Attribute(
      String name, boolean required, Kind kind, List<String> values, List<String> named, Value value) {}

  /** Decides whether a value is allowed. */
  interface Value {
    boolean allows(String value);
  }
}
