package jilu.schema.subset;

import java.util.List;
import java.util.Set;

/** The values that an attribute, or an element holding plain data, may have. */
sealed interface Values {

  /** One literal value. */
  record Literal(String value) implements Values {}

  /** A datatype, with the facets that restrict it, such as {@code pattern \S+}. */
  record Data(String type, Set<String> facets) implements Values {}

  /** Values with spaces between; at least one, unless it may be empty. */
  record Listed(Values each, boolean mayBeEmpty) implements Values {}

  record Either(List<Values> options) implements Values {}

  /** Any characters at all. */
  record Anything() implements Values {}

  /** A declaration of a shape that is not understood here, so nothing is claimed of it. */
  record Unread(String shape) implements Values {}

  /** Datatypes whose values, written down, are values of xs:token too; all but anyURI are without spaces. */
  Set<String> WORDS = Set.of("ID", "NCName", "NMTOKEN", "Name", "language", "anyURI", "date", "gYear",
      "gYearMonth", "nonNegativeInteger", "decimal", "boolean");

  Set<String> TEXTS = Set.of("token", "string");

  /** Facets that leave no room for a space. */
  Set<String> NO_SPACE = Set.of("pattern \\S+", "pattern [^\\p{C}\\p{Z}]+");

  /** Whether every value of this is one of the other’s, as far as the two declarations show it. */
  default boolean within(Values other) {
    if (other instanceof Anything || equals(other) && !(this instanceof Unread)) return true;
    if (this instanceof Either mine) return mine.options().stream().allMatch(option -> option.within(other));
    if (other instanceof Either theirs) return theirs.options().stream().anyMatch(this::within);
    if (other instanceof Data wide) return within(wide);
    if (!(other instanceof Listed list)) return false;
    if (this instanceof Listed mine) {
      return mine.each().within(list.each()) && (list.mayBeEmpty() || !mine.mayBeEmpty());
    }
    return isOneWord() && within(list.each());
  }

  private boolean within(Data wide) {
    if (this instanceof Literal literal) {
      return TEXTS.contains(wide.type()) && wide.facets().stream()
          .allMatch(facet -> literal.value().matches(facet.replaceFirst("^pattern ", "")));
    }
    return this instanceof Data narrow && narrow.facets().containsAll(wide.facets())
        && (narrow.type().equals(wide.type())
            || wide.type().equals("decimal") && narrow.type().equals("nonNegativeInteger")
            || TEXTS.contains(wide.type())
                && (WORDS.contains(narrow.type()) || TEXTS.contains(narrow.type())));
  }

  /** Whether no value has a space inside, so that one value is also a list of one. */
  private boolean isOneWord() {
    if (this instanceof Literal literal) return literal.value().matches("\\S+");
    return this instanceof Data data && (data.facets().stream().anyMatch(NO_SPACE::contains)
        || WORDS.contains(data.type()) && !data.type().equals("anyURI"));
  }
}
