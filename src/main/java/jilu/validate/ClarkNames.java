package jilu.validate;

import java.util.HashMap;
import java.util.Map;

/** Names in Clark notation, {@code {uri}local}, each made once for many files. Not for several threads. */
final class ClarkNames {
  /** So many are kept; the next one begins anew: they are as people wrote them. */
  private static final int MOST = 10_000;

  private final Map<String, Map<String, String>> all = new HashMap<>();
  private int count;

  private String lastUri = "";
  private Map<String, String> ofLast = Map.of();

  String of(String uri, String local) {
    if (uri.isEmpty()) {
      return local;
    }
    if (!uri.equals(lastUri)) {
      lastUri = uri;
      ofLast = all.computeIfAbsent(uri, u -> new HashMap<>());
    }
    String known = ofLast.get(local);
    return known != null ? known : add(uri, local);
  }

  private String add(String uri, String local) {
    if (count++ == MOST) {
      all.values().forEach(Map::clear);
      count = 0;
    }
    String name = GrammarCheck.clark(uri, local);
    ofLast.put(local, name);
    return name;
  }
}
