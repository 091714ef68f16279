package jilu.search;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** JSON that may also stand in a script. */
final class Json {
  private Json() {}

  static String string(String text) {
    var json = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ' || c == '\u2028' || c == '\u2029' || c == '<') {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }

  static String array(List<String> strings) {
    return strings.stream().map(Json::string).collect(Collectors.joining(",", "[", "]"));
  }

  static <V> String object(Map<String, V> map, Function<V, String> value) {
    return map.entrySet().stream()
        .map(e -> string(e.getKey()) + ":" + value.apply(e.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }
}
