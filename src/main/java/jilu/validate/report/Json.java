package jilu.validate.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** Writes JSON: names, values, and the brackets around them. */
final class Json {
  private final StringBuilder text = new StringBuilder();
  private final Deque<Character> open = new ArrayDeque<>();
  private boolean first = true;

  Json object() {
    return open('{', '}');
  }

  Json array() {
    return open('[', ']');
  }

  Json end() {
    text.append(open.pop());
    first = false;
    return this;
  }

  Json name(String name) {
    comma();
    quoted(name);
    text.append(':');
    first = true;
    return this;
  }

  Json value(String value) {
    comma();
    quoted(value);
    return this;
  }

  Json value(long value) {
    comma();
    text.append(value);
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private Json open(char opening, char closing) {
    comma();
    text.append(opening);
    open.push(closing);
    first = true;
    return this;
  }

  private void comma() {
    if (!first) {
      text.append(',');
    }
    first = false;
  }

  private void quoted(String value) {
    text.append('"');
    value.chars().forEach(c -> {
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        default -> {
          boolean plain = c >= ' ' && c != 0x7f && !Character.isSurrogate((char) c) && c < 0xfffe;
          if (plain || Character.isSurrogate((char) c)) {
            text.append((char) c);
          } else {
            text.append(String.format(Locale.ROOT, "\\u%04x", c));
          }
        }
      }
    });
    text.append('"');
  }
}
