package jilu.build;

import static java.util.stream.Collectors.joining;

import java.util.SortedMap;
import jilu.print.FoSource.Page;

/** Which id of the edition stands on which page of the book, for programs to read. */
final class PageMap {
  private PageMap() {}

  /** Ids and labels are names and numbers: nothing in them needs escaping. */
  static String json(String pdf, SortedMap<String, Page> places) {
    return places.entrySet().stream()
        .map(
            place ->
                "    \"%s\": {\"page\": \"%s\", \"sheet\": %d}"
                    .formatted(place.getKey(), place.getValue().label(), place.getValue().sheet()))
        .collect(joining(",\n", "{\n  \"pdf\": \"" + pdf + "\",\n  \"places\": {\n", "\n  }\n}\n"));
  }
}
